// SPDX-License-Identifier: GPL-3.0-or-later
// What the searcher does behind its interface: a request understood, run, and counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/match/match_work.h"
#include "query/plan/bound.h"
#include "query/plan/compile.h"
#include "query/plan/plan.h"
#include "query/run/facets.h"
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

/// What matched, and the hits asked for.
struct MatchedHits {
  std::uint64_t total = 0;
  std::vector<RankedHit> hits;
};

CompileOptions compile_options(const SearchRequest& request);

struct Searcher::Impl {
  explicit Impl(const std::vector<std::string>& folders) : archives(folders) {}

  /// Runs what may throw: IndexError goes on, a limit becomes Q207.
  template <class Run>
  auto guarded(Run run) const -> decltype(run()) {
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
  std::uint64_t count(const Xapian::Query& query) const;
  std::vector<Xapian::docid> matches_of(const Xapian::Query& query) const;
  void note_undated(Prepared& prepared) const;
  std::optional<std::uint64_t> count_tree(const ast::Node& tree,
                                          const SearchRequest& request) const;
  void add_why(const SearchRequest& request, Prepared& prepared) const;
  std::vector<Expansion> expansions_of(const Plan& plan) const;
  Xapian::Query ranked_query(const SearchRequest& request, const Prepared& prepared) const;
  MatchedHits match(const SearchRequest& request, const Prepared& prepared,
                    Xapian::MatchSpy* spy) const;
  std::vector<Facet> facets_of(const SearchRequest& request, const Prepared& prepared,
                               const FacetCounter& counter) const;

  OpenArchives archives;
};

}  // namespace morgue
