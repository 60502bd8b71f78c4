// SPDX-License-Identifier: GPL-3.0-or-later
// From a document that was found to what is shown of it.
#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "query/hit.h"
#include "query/match/match_finder.h"
#include "query/plan/plan.h"
#include "query/run/ranking.h"
#include "query/run/searcher.h"

namespace morgue {

/// Single-threaded. The plan must outlive it.
class HitMaker {
 public:
  HitMaker(const Xapian::Database& database, const Plan& plan)
      : database_(database), plan_(plan), finder_(database, true) {}

  Hit make(const RankedHit& ranked, std::uint64_t rank, const SearchRequest& request);

  /// The article and its matches; rank and score are 0.
  Hit make(Xapian::docid document);

 private:
  void add_matches(Xapian::docid document, Hit& hit);

  Xapian::Database database_;
  const Plan& plan_;
  MatchFinder finder_;
};

}  // namespace morgue
