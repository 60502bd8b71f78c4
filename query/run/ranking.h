// SPDX-License-Identifier: GPL-3.0-or-later
// Order of results: score, then newer, then id; so it is the same however the archive is laid out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/run/adjacency.h"
#include "query/run/searcher.h"

namespace morgue {

/// Sets weights and order. `oldest_first` must outlive the enquiry.
void set_order(Xapian::Enquire& enquire, const SearchRequest& request,
               Xapian::KeyMaker& oldest_first);

/// The query with the bonus of `request.decay`.
Xapian::Query with_recency(const Xapian::Query& query, const SearchRequest& request,
                           const Xapian::Database& database);

/// A hit whose article has not been read.
struct RankedHit {
  Xapian::docid article;
  double score;
};

/// Adds the bonus to the scores of the first hits, `depth` at most, and puts those in order again.
/// The others stay below them, because no bonus is negative.
void add_bonus(std::vector<RankedHit>& hits, std::size_t depth, const AdjacencyBonus& bonus,
               const Xapian::Database& database);

/// Sorts by date, oldest first, undated last, then by id.
class OldestFirstKey : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override;
};

}  // namespace morgue
