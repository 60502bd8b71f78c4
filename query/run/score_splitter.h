// SPDX-License-Identifier: GPL-3.0-or-later
// Which words a score comes from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/explanation.h"
#include "query/match/weights.h"
#include "query/plan/bound.h"
#include "query/plan/score_tree.h"
#include "query/run/adjacency.h"
#include "query/run/bonus_clauses.h"
#include "query/run/open_archives.h"
#include "query/run/searcher.h"

namespace morgue {

/// Single-threaded. Archives, tree and request must outlive it.
class ScoreSplitter {
 public:
  /// `tree`: make_score_tree() of `query`.
  /// `bm25`: what the articles were scored with; null where it was the engine.
  ScoreSplitter(const OpenArchives& archives, const bound::Node& query, const ScoreNode& tree,
                const SearchRequest& request, const Bm25* bm25);

  /// What each word adds to the score of one of the best hits, in the order of the query, and then
  /// what raises the score beside: the forms that were typed, words that are close together, and
  /// how new the article is. A word's share is parted between title and body as its weighted
  /// frequency is.
  std::vector<ScorePart> split(Xapian::docid document, const std::string& id);

 private:
  struct Target {
    Xapian::docid document;
    std::string id_term;
  };
  void add(const ScoreNode& node, const Target& target, std::vector<ScorePart>& parts) const;
  ScorePart part_of(const ScoreNode& leaf, double score, Xapian::docid document) const;
  std::optional<double> score(const Xapian::Query& query, double weight,
                              const Target& target) const;
  std::optional<double> score_by_engine(const Xapian::Query& query, const Target& target) const;
  double title_share(const Xapian::Query& query, Xapian::docid document) const;

  const OpenArchives& archives_;
  const Xapian::Database& database_;
  const Bm25* bm25_;
  const ScoreNode& tree_;
  const SearchRequest& request_;
  std::vector<BonusClause> typed_forms_;
  Xapian::Query without_recency_, with_recency_;
  AdjacencyBonus adjacency_;
};

}  // namespace morgue
