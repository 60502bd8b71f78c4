// SPDX-License-Identifier: GPL-3.0-or-later
// From a document that was found to what is shown of it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include <xapian.h>

#include "query/hit.h"
#include "query/match/match_finder.h"
#include "query/plan/plan.h"
#include "query/run/open_archives.h"
#include "query/run/ranking.h"
#include "query/run/searcher.h"

namespace morgue {

/// Single-threaded. Plan and archives must outlive it.
class HitMaker {
 public:
  HitMaker(const OpenArchives& archives, const Plan& plan);

  /// Of a database that is no archive.
  HitMaker(const Xapian::Database& database, const Plan& plan);

  /// False ends it.
  using Use = std::function<bool(const RankedHit& ranked, Hit&& hit)>;

  /// Calls `use` for each, in order; the first has the rank `before` + 1.
  void make_all(std::span<const RankedHit> ranked, std::uint64_t before,
                const SearchRequest& request, const Use& use);

  /// The article and its matches; rank and score are 0.
  Hit make(Xapian::docid document);

 private:
  Hit make(const RankedHit& ranked, std::uint64_t rank, const SearchRequest& request);
  void add_matches(Xapian::docid document, Hit& hit);

  Xapian::Database database_;
  const Plan& plan_;
  std::vector<MatchFinder> finders_;  ///< of each segment
};

}  // namespace morgue
