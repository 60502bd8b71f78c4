// SPDX-License-Identifier: GPL-3.0-or-later
// Articles by date, from columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "query/run/open_archives.h"
#include "query/run/ranking.h"
#include "query/run/searcher.h"

namespace morgue {

/// An article of a segment and the first day it may be of.
struct DatedArticle {
  std::size_t segment;
  std::uint32_t document;
  std::int32_t day;
};

/// Whether `a` comes before `b` by date; of one day the smaller id does, and an undated one is
/// last. By relevance: whether it does among equals.
bool comes_before(const OpenArchives& archives, SortOrder sort, const DatedArticle& a,
                  const DatedArticle& b);

/// Of these articles, sorted by date and then by id, undated last: `most` from `first` on; their
/// scores are 0. nullopt: a segment with some of them has no columns. Precondition: `sort` is not
/// SortOrder::Relevance.
std::optional<std::vector<RankedHit>> by_date(const OpenArchives& archives,
                                              const ArticleSet& articles, SortOrder sort,
                                              std::uint64_t first, std::uint64_t most);

}  // namespace morgue
