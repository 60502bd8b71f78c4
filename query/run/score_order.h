// SPDX-License-Identifier: GPL-3.0-or-later
// Articles by score, from postings and columns.
#pragma once

#include <cstdint>
#include <vector>

#include "query/match/weights.h"
#include "query/run/open_archives.h"
#include "query/run/ranking.h"

namespace morgue {

/// Of these articles the best, newer ones first among equals: `most` from `first` on.
/// Precondition: the archives have columns.
std::vector<RankedHit> by_score(const OpenArchives& archives, const ArticleSet& articles,
                                const WeightedPart& weights, const Bm25& bm25, std::uint64_t first,
                                std::uint64_t most);

}  // namespace morgue
