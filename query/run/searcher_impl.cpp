// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/searcher_impl.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "query/parse/print.h"
#include "query/plan/bind.h"
#include "query/plan/plain_words.h"
#include "query/plan/rewrite.h"
#include "query/plan/spelling.h"
#include "query/plan/suggest.h"
#include "query/run/page_cursor.h"
#include "query/run/why_finder.h"

namespace morgue {
namespace {

std::string plural(std::uint64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

CompileOptions compile_options(const SearchRequest& request) {
  CompileOptions options;
  options.max_expansions = request.max_expansions;
  options.engine_operators = request.engine_operators;
  return options;
}

Result<Prepared, QueryError> Searcher::Impl::prepare(const SearchRequest& request) const {
  auto read = read_query(request, read_context());
  if (!read) return read.error();
  if (request.any && !request.ranking.function_words) {
    silence_function_words(*read->bound, archives.view().languages);
  }
  auto plan = compile(*read->bound, archives.view(), compile_options(request));
  if (!plan) return plan.error();
  Prepared prepared;
  prepared.tree = std::move(read->tree);
  prepared.plan = std::move(*plan);
  prepared.bound = std::move(read->bound);
  auto facets = find_facets(request);
  if (!facets) return facets.error();
  prepared.facets = std::move(*facets);
  prepared.head.query = request.query;
  prepared.head.canonical = print(*prepared.tree);
  prepared.head.notes = std::move(read->notes);
  prepared.head.notes.insert(prepared.head.notes.end(), prepared.plan.notes.begin(),
                             prepared.plan.notes.end());
  if (auto error = find_start(request, prepared)) return *error;
  return prepared;
}

Result<std::vector<FacetSource>, QueryError> Searcher::Impl::find_facets(
    const SearchRequest& request) const {
  std::vector<FacetSource> sources;
  for (const FacetRequest& facet : request.facets) {
    const auto source = find_facet(facet.name, archives.view().fields);
    if (!source) {
      const std::vector<std::string> names = facet_names(archives.view().fields);
      std::string help = "facets here:";
      for (const std::string& name : names) help += " " + name;
      const std::string nearest = nearest_name(facet.name, names);
      if (!nearest.empty()) help = "did you mean " + nearest + "? " + help;
      return QueryError{"Q123", {}, "no facet \"" + facet.name + "\"", help};
    }
    sources.push_back(*source);
  }
  return sources;
}

std::optional<QueryError> Searcher::Impl::find_start(const SearchRequest& request,
                                                     Prepared& prepared) const {
  prepared.offset = request.offset;
  if (request.after.empty()) return std::nullopt;
  const auto cursor = read_cursor(request.after);
  if (!cursor) {
    return QueryError{"Q124",
                      {},
                      "not a cursor: " + request.after,
                      "--after takes what the last page gave as its next"};
  }
  if (cursor->generation != archives.generation()) {
    prepared.head.notes.push_back(
        {"N110",
         "the archive has changed since the page before: a hit may come twice or be left "
         "out; begin again without --after to be sure"});
  }
  prepared.offset = cursor->offset;
  return std::nullopt;
}

std::uint64_t Searcher::Impl::count(const Xapian::Query& query) const {
  return archives.articles(query).size();
}

void Searcher::Impl::note_undated(Prepared& prepared) const {
  if (!prepared.plan.undated) return;
  prepared.head.undated = count(*prepared.plan.undated);
  if (prepared.head.undated == 0) return;
  prepared.head.notes.push_back(
      {"N107", plural(prepared.head.undated, "article") +
                   (prepared.head.undated == 1 ? " matches but has" : " match but have") +
                   " no date; include them with: " + print(*with_undated(*prepared.tree))});
}

/// Nothing when the tree cannot be run in these archives.
std::optional<std::uint64_t> Searcher::Impl::count_tree(const ast::Node& tree,
                                                        const SearchRequest& request) const {
  const auto bound = bind_tree(tree, request, read_context());
  if (!bound) return std::nullopt;
  const auto plan = compile(**bound, archives.view(), compile_options(request));
  if (!plan) return std::nullopt;
  try {
    return count(plan->query);
  } catch (const TooMuchWork&) {
    return std::nullopt;
  }
}

void Searcher::Impl::add_why(const SearchRequest& request, Prepared& prepared) const {
  ResultPage& page = prepared.head;
  const bool asked =
      request.why == WhyWhen::Always || (request.why == WhyWhen::NoHits && page.total == 0);
  if (!asked) return;
  constexpr std::size_t kCandidates = 3;
  WhyContext context;
  context.count = [&](const ast::Node& tree) { return count_tree(tree, request); };
  context.similar = [&](const std::string& word) {
    return similar_words(archives.view(), word, kCandidates);
  };
  context.today = today_of(request);
  page.why = find_why(*prepared.tree, page.total, context);
}

std::vector<Expansion> Searcher::Impl::expansions_of(const Plan& plan) const {
  std::vector<Expansion> expansions;
  for (const WordExpansion& expanded : plan.expansions) {
    Expansion expansion{expanded.typed, {}};
    for (const std::string& form : expanded.forms) {
      const std::uint64_t articles = count(Xapian::Query(word_term(expanded.prefix, form)));
      if (articles > 0) expansion.words.emplace_back(form, articles);
    }
    std::stable_sort(expansion.words.begin(), expansion.words.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    expansions.push_back(std::move(expansion));
  }
  return expansions;
}

}  // namespace morgue
