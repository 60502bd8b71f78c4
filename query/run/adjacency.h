// SPDX-License-Identifier: GPL-3.0-or-later
// Words that are neighbours in the query rank articles higher where they stand close together.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "query/plan/bound.h"
#include "query/run/open_archives.h"
#include "query/run/ranking_parameters.h"

namespace morgue {

/// What is added to an article's score, after Rasolofo and Savoy (2003): each pair of neighbouring
/// words adds the smaller of their inverse document frequencies, saturated as BM25 saturates word
/// frequencies. Two words that stand d positions apart, up to the reach, count 1/d²; in either
/// order. Which articles match is not its business.
class AdjacencyBonus {
 public:
  /// Neighbours are plain words that follow each other in an AND, or in the OR of `any`; function
  /// words between them are passed over, anything else parts them. `archives` must outlive the
  /// bonus.
  AdjacencyBonus(const bound::Node& query, bool any, const OpenArchives& archives,
                 const RankingParameters& parameters);

  /// Whether the query has no neighbours, or the bonus is off.
  bool empty() const { return pairs_.empty(); }

  /// Of each of these articles, in any order.
  std::vector<double> of(const std::vector<Xapian::docid>& articles) const;

 private:
  struct Pair {
    std::size_t left, right;  ///< in words_
    double weight;
  };
  using Words = std::vector<std::vector<std::string>>;  ///< each the terms of one word

  using Positions = std::vector<Xapian::termpos>;

  void add_pair(std::size_t left, std::size_t right);
  double document_frequency(std::size_t word) const;
  /// Where a word is in each of some documents of a segment, which are in order.
  std::vector<Positions> positions(std::size_t word, std::size_t segment,
                                   const std::vector<std::uint32_t>& documents) const;
  double bonus(const std::vector<const Positions*>& words, double length) const;

  const OpenArchives& archives_;
  RankingParameters parameters_;
  Words words_;
  std::vector<Pair> pairs_;
};

}  // namespace morgue
