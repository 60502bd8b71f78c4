// SPDX-License-Identifier: GPL-3.0-or-later
// Words that are neighbours in the query rank articles higher where they stand close together.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "query/plan/archive_view.h"
#include "query/plan/bound.h"
#include "query/run/ranking_parameters.h"

namespace morgue {

/// What is added to an article's score, after Rasolofo and Savoy (2003): each pair of neighbouring
/// words adds the smaller of their inverse document frequencies, saturated as BM25 saturates word
/// frequencies. Two words that stand d positions apart, up to the reach, count 1/d²; in either
/// order. Which articles match is not its business.
class AdjacencyBonus {
 public:
  /// Neighbours are plain words that follow each other in an AND, or in the OR of `any`; function
  /// words between them are passed over, anything else parts them. `view` must outlive the bonus.
  AdjacencyBonus(const bound::Node& query, bool any, const ArchiveView& view,
                 const RankingParameters& parameters);

  /// Whether the query has no neighbours, or the bonus is off.
  bool empty() const { return pairs_.empty(); }

  /// Cheapest when articles are asked for in their order.
  double of(Xapian::docid article);

 private:
  struct Pair {
    std::size_t left, right;  ///< in words_
    double weight;
  };
  using Words = std::vector<std::vector<std::string>>;  ///< each the terms of one word

  /// Which articles have a term, read along with what is asked for: that is cheaper than looking
  /// for positions in vain.
  struct Postings {
    Xapian::PostingIterator at, end;
  };

  void add_pair(std::size_t left, std::size_t right);
  double document_frequency(std::size_t word) const;
  void open_postings();
  std::vector<Xapian::termpos> positions(std::size_t word, Xapian::docid article);

  const Xapian::Database& database_;
  RankingParameters parameters_;
  Words words_;
  std::vector<Pair> pairs_;
  std::vector<std::vector<Postings>> postings_;  ///< of each term of each word
  Xapian::docid asked_ = 0;
};

}  // namespace morgue
