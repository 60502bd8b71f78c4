// SPDX-License-Identifier: GPL-3.0-or-later
// What the searcher does behind its interface: a request understood, run, and counted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/match/match_work.h"
#include "query/match/weights.h"
#include "query/plan/bound.h"
#include "query/plan/compile.h"
#include "query/plan/plan.h"
#include "query/run/facet_counter.h"
#include "query/run/facet_source.h"
#include "query/run/open_archives.h"
#include "query/run/ranking.h"
#include "query/run/read_query.h"
#include "query/run/searcher.h"

namespace morgue {

/// A request understood, ready to run.
struct Prepared {
  ast::NodePtr tree;
  bound::NodePtr bound;
  Plan plan;
  std::vector<FacetSource> facets;
  std::uint64_t offset = 0;
  ResultPage head;
};

/// What a result lists.
struct Listed {
  ArticleSet articles;
  bool all = true;  ///< every live article that the query finds
};

/// Of the articles that match, the copies.
struct MatchedCopies {
  /// By the one that comes first: those that follow.
  std::map<Xapian::docid, std::vector<Xapian::docid>> behind;
  std::vector<Xapian::docid> later;  ///< all of those, sorted

  std::uint64_t count() const { return later.size(); }
};

CompileOptions compile_options(const SearchRequest& request);

struct Searcher::Impl {
  explicit Impl(const std::vector<std::string>& folders)
      : archives(folders), facet_cache(archives) {}

  /// Runs what may throw: IndexError goes on, a limit becomes Q207.
  template <class Run>
  auto guarded(Run run) const -> decltype(run()) {
    archives.forget_postings();
    try {
      return guard_engine(archives.first_path(), run);
    } catch (const TooMuchWork&) {
      return QueryError{
          "Q207",
          {},
          "an article allows too many combinations of these words, over the limit of " +
              std::to_string(kMostSteps),
          "lower the numbers behind W/ or ~, or take fewer operands"};
    }
  }

  ReadContext read_context() const { return {archives.view().fields, archives.saved_queries()}; }
  Result<Prepared, QueryError> prepare(const SearchRequest& request) const;
  Result<std::vector<FacetSource>, QueryError> find_facets(const SearchRequest& request) const;
  std::optional<QueryError> find_start(const SearchRequest& request, Prepared& prepared) const;
  /// The live articles that a request is about, of those that a query finds.
  ArticleSet matching(const SearchRequest& request, const Xapian::Query& query) const;
  MatchedCopies copies_among(const ArticleSet& matching) const;
  /// Without the copies that follow another.
  ArticleSet without(ArticleSet matching, const MatchedCopies& copies) const;
  Listed listed(const SearchRequest& request, const ArticleSet& matching,
                const MatchedCopies& copies) const;
  void set_totals(const SearchRequest& request, Prepared& prepared) const;
  std::uint64_t count(const Xapian::Query& query) const;
  void note_undated(Prepared& prepared) const;
  std::optional<std::uint64_t> count_tree(const ast::Node& tree,
                                          const SearchRequest& request) const;
  void add_why(const SearchRequest& request, Prepared& prepared) const;
  std::vector<Expansion> expansions_of(const Plan& plan) const;
  /// The hits of a page, of the articles that are listed.
  std::vector<RankedHit> rank(const SearchRequest& request, const Prepared& prepared,
                              const Listed& listed) const;
  std::vector<RankedHit> rank_by_engine(const SearchRequest& request, const Prepared& prepared,
                                        const Listed& listed, std::uint64_t first,
                                        std::uint64_t most) const;
  /// Nothing when the engine is to score: segments have no columns, or it alone knows the weights.
  std::optional<Bm25> scoring(const SearchRequest& request, const Prepared& prepared) const;
  std::optional<std::vector<RankedHit>> rank_by_columns(const SearchRequest& request,
                                                        const Prepared& prepared,
                                                        const Listed& listed, std::uint64_t first,
                                                        std::uint64_t most) const;
  Xapian::Query ranked_query(const SearchRequest& request, const Prepared& prepared,
                             const Listed& listed) const;
  Xapian::Query without_others(const Xapian::Query& query, const ArticleSet& listed) const;
  std::vector<Facet> facets_of(const SearchRequest& request, const Prepared& prepared,
                               const ArticleSet& found, const MatchedCopies& copies);
  std::uint64_t count_lacking(const SearchRequest& request, const std::string& field,
                              const ArticleSet& among) const;
  void add_copies(const MatchedCopies& copies, Xapian::docid article, Hit& hit) const;

  OpenArchives archives;
  FacetCache facet_cache;
};

}  // namespace morgue
