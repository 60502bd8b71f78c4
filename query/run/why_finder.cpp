// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/why_finder.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "query/parse/print.h"
#include "query/plan/relax.h"
#include "query/plan/rewrite.h"
#include "query/plan/spelling.h"

namespace morgue {
namespace {

/// A word in a tree that can be replaced there.
struct WordPlace {
  std::string* text = nullptr;  ///< the whole run of words
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string field;  ///< around it; empty: title and body
  std::size_t clause = 0;

  std::string word() const { return text->substr(begin, end - begin); }
};

/// The words of a tree that must be there as they are spelled, but for =exact ones.
class WordPlaces {
 public:
  std::vector<WordPlace> in(ast::Node& query) {
    if (auto* both = std::get_if<ast::And>(&query.value)) {
      for (ast::NodePtr& child : both->children) {
        walk(*child);
        ++clause_;
      }
    } else {
      walk(query);
    }
    return std::move(places_);
  }

 private:
  void walk(ast::Node& node) {
    if (auto* word = std::get_if<ast::Word>(&node.value)) {
      if (!word->exact) add(*word);
    } else if (auto* phrase = std::get_if<ast::Phrase>(&node.value)) {
      for (ast::Phrase::Part& part : phrase->parts) {
        auto* run = std::get_if<ast::Word>(&part);
        if (run != nullptr && !phrase->exact) add(*run);
      }
    } else if (auto* fielded = std::get_if<ast::Fielded>(&node.value)) {
      const std::string outside = std::exchange(field_, fielded->name);
      walk(*fielded->child);
      field_ = outside;
    } else if (!std::holds_alternative<ast::Not>(node.value)) {
      for_each_child(node, [&](ast::NodePtr& child) { walk(*child); });
    }
  }

  void add(ast::Word& run) {
    for (std::size_t at = 0; at < run.text.size();) {
      const std::size_t end = std::min(run.text.find(' ', at), run.text.size());
      if (end > at) places_.push_back({&run.text, at, end, field_, clause_});
      at = end + 1;
    }
  }

  std::string field_;
  std::size_t clause_ = 0;
  std::vector<WordPlace> places_;
};

class WhyFinder {
 public:
  WhyFinder(const ast::Node& query, std::uint64_t total, const WhyContext& context)
      : query_(query), context_(context) {
    why_.total = total;
    counts_[print(query)] = total;
  }

  Why find() {
    count_clauses();
    respell();
    relax_query();
    return std::move(why_);
  }

 private:
  std::optional<std::uint64_t> count(const ast::Node& query) {
    const auto [it, is_new] = counts_.try_emplace(print(query));
    if (is_new) it->second = context_.count(query);
    return it->second;
  }

  void count_clauses();
  ast::NodePtr chain_of(const std::vector<ast::NodePtr>& children, std::size_t first,
                        std::size_t end, std::size_t left_out) const;
  void respell();
  void respell(WordPlace& place);
  void relax_query();
  void offer(const Relaxation& relaxation);

  const ast::Node& query_;
  const WhyContext& context_;
  std::map<std::string, std::optional<std::uint64_t>> counts_;
  std::set<std::string> unknown_;
  Why why_;
};

/// The clauses [first, end) but one; every article when none is left.
ast::NodePtr WhyFinder::chain_of(const std::vector<ast::NodePtr>& children, std::size_t first,
                                 std::size_t end, std::size_t left_out) const {
  ast::And chain;
  for (std::size_t i = first; i < end; ++i) {
    if (i != left_out) chain.children.push_back(copy(*children[i]));
  }
  if (chain.children.empty()) return ast::make_node(ast::All{});
  return well_formed(ast::make_node(std::move(chain)));
}

void WhyFinder::count_clauses() {
  std::vector<ast::NodePtr> clauses;
  if (const auto* both = std::get_if<ast::And>(&query_.value)) {
    for (const ast::NodePtr& child : both->children) clauses.push_back(copy(*child));
  } else {
    clauses.push_back(copy(query_));
  }
  const std::size_t all = clauses.size();
  const std::size_t counted = std::min(all, kMostClauses);
  why_.more_clauses = all - counted;
  for (std::size_t i = 0; i < counted; ++i) {
    ClauseCount clause;
    clause.query = print(*clauses[i]);
    clause.unwanted = std::holds_alternative<ast::Not>(clauses[i]->value);
    clause.so_far = count(*chain_of(clauses, 0, i + 1, all)).value_or(0);
    clause.without = count(*chain_of(clauses, 0, all, i)).value_or(0);
    clause.articles =
        clause.unwanted ? clause.without - why_.total : count(*clauses[i]).value_or(0);
    if (clause.so_far == 0 && !why_.emptied_by) why_.emptied_by = i;
    why_.clauses.push_back(std::move(clause));
  }
}

void WhyFinder::respell() {
  const ast::NodePtr whole = copy(query_);
  std::vector<WordPlace> places = WordPlaces().in(*whole);
  if (places.size() > kMostRespelledWords) places.resize(kMostRespelledWords);
  // From the end, so that the places before stay where they are.
  std::for_each(places.rbegin(), places.rend(), [&](WordPlace& place) { respell(place); });
  std::reverse(why_.respellings.begin(), why_.respellings.end());
  for (Respelling& respelling : why_.respellings) {
    respelling.query = print(*whole);
    respelling.total = count(*whole).value_or(0);
  }
}

void WhyFinder::respell(WordPlace& place) {
  const auto in_field = [&](const std::string& word) {
    auto node = ast::make_node(ast::Word{word});
    if (place.field.empty()) return node;
    return ast::make_node(ast::Fielded{place.field, {}, std::move(node)});
  };
  const std::string word = place.word();
  const ast::NodePtr alone = in_field(word);
  const auto own = count(*alone);
  if (!own) return;
  if (*own == 0) unknown_.insert(print(*alone));
  for (const std::string& meant : context_.similar(word)) {
    const std::uint64_t articles = count(*in_field(meant)).value_or(0);
    if (articles == 0 || *own * kMisspeltRatio >= articles) continue;
    place.text->replace(place.begin, place.end - place.begin, meant);
    why_.respellings.push_back({place.clause, word, *own, meant, articles, {}, 0});
    return;
  }
}

void WhyFinder::relax_query() {
  const RelaxOptions options{context_.today, unknown_};
  std::vector<Relaxation> once = relax(query_, options);
  if (once.size() > kMostRelaxations) once.resize(kMostRelaxations);
  for (const Relaxation& relaxation : once) offer(relaxation);
  if (!why_.nearest.empty()) return;
  std::vector<Relaxation> twice;
  for (const Relaxation& first : once) {
    for (Relaxation& second : relax(*first.query, options)) {
      second.step = std::max(first.step, second.step);
      second.change = first.change + ", " + second.change;
      twice.push_back(std::move(second));
    }
  }
  std::stable_sort(twice.begin(), twice.end(),
                   [](const Relaxation& a, const Relaxation& b) { return a.step < b.step; });
  if (twice.size() > kMostTwice) {  // both the nearest and what gives up most
    const auto half = static_cast<std::ptrdiff_t>(kMostTwice / 2);
    twice.erase(twice.begin() + half, twice.end() - half);
  }
  for (const Relaxation& relaxation : twice) offer(relaxation);
}

void WhyFinder::offer(const Relaxation& relaxation) {
  if (why_.nearest.size() == kMostNearest) return;
  const std::string text = print(*relaxation.query);
  const auto known = [&](const NearQuery& other) { return other.query == text; };
  if (std::any_of(why_.nearest.begin(), why_.nearest.end(), known)) return;
  const auto articles = count(*relaxation.query);
  if (articles && *articles > why_.total) {
    why_.nearest.push_back({text, relaxation.change, *articles});
  }
}

}  // namespace

Why find_why(const ast::Node& query, std::uint64_t total, const WhyContext& context) {
  return WhyFinder(query, total, context).find();
}

}  // namespace morgue
