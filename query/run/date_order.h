// SPDX-License-Identifier: GPL-3.0-or-later
// Articles by date, from columns.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "query/run/open_archives.h"
#include "query/run/ranking.h"
#include "query/run/searcher.h"

namespace morgue {

/// Of these articles, sorted by date and then by id, undated last: `most` from `first` on; their
/// scores are 0. nullopt: a segment with some of them has no columns. Precondition: `sort` is not
/// SortOrder::Relevance.
std::optional<std::vector<RankedHit>> by_date(const OpenArchives& archives,
                                              const ArticleSet& articles, SortOrder sort,
                                              std::uint64_t first, std::uint64_t most);

}  // namespace morgue
