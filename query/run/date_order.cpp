// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/date_order.h"

#include <algorithm>
#include <cassert>
#include <span>
#include <string>
#include <utility>

#include "common/index/columns.h"

namespace morgue {
namespace {

struct Dated {
  std::uint64_t key;  ///< sorts the articles of a segment
  DatedArticle article;
};

/// The first `most` articles of a segment; nothing when it has no columns.
std::optional<std::vector<Dated>> first_of(const OpenArchives& archives, std::size_t place,
                                           const DocumentNumbers& documents, SortOrder sort,
                                           std::uint64_t most) {
  const Columns* columns = archives.segment(place).columns.get();
  if (columns == nullptr) return std::nullopt;
  const std::span<const DayRange> days = columns->days();
  const std::span<const std::uint32_t> places = columns->places();
  if (days.empty() || places.empty()) return std::nullopt;
  std::vector<Dated> articles;
  articles.reserve(documents.cardinality());
  for (const std::uint32_t document : documents) {
    const std::int32_t day = days[document - 1].first;
    // Within a day the places are those of the ids, in both orders.
    const std::uint64_t oldest = (static_cast<std::uint32_t>(day) ^ 0x8000'0000U);
    const std::uint64_t key = places[document - 1];
    articles.push_back(
        {sort == SortOrder::OldestFirst ? (oldest << 32U) | key : key, {place, document, day}});
  }
  const auto end = articles.begin() +
                   static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(most, articles.size()));
  std::partial_sort(articles.begin(), end, articles.end(),
                    [](const Dated& a, const Dated& b) { return a.key < b.key; });
  articles.erase(end, articles.end());
  return articles;
}

}  // namespace

bool comes_before(const OpenArchives& archives, SortOrder sort, const DatedArticle& a,
                  const DatedArticle& b) {
  if (a.day != b.day) {
    const bool newest_first = sort != SortOrder::OldestFirst;
    const bool both_dated = a.day != DayRange().first && b.day != DayRange().first;
    return newest_first && both_dated ? a.day > b.day : a.day < b.day;
  }
  const auto id_of = [&](const DatedArticle& article) {
    constexpr std::size_t kDayBytes = 4;
    return archives.segment(article.segment)
        .database.get_document(article.document)
        .get_value(slot_number(Slot::NewestThenId))
        .substr(kDayBytes);
  };
  return id_of(a) < id_of(b);
}

std::optional<std::vector<RankedHit>> by_date(const OpenArchives& archives,
                                              const ArticleSet& articles, SortOrder sort,
                                              std::uint64_t first, std::uint64_t most) {
  assert(sort != SortOrder::Relevance);
  const auto before = [&archives, sort](const Dated& a, const Dated& b) {
    if (a.article.segment == b.article.segment) return a.key < b.key;
    return comes_before(archives, sort, a.article, b.article);
  };
  std::vector<Dated> sorted;
  for (std::size_t place = 0; place < articles.segments.size(); ++place) {
    if (articles.segments[place].isEmpty()) continue;
    const auto next = first_of(archives, place, articles.segments[place], sort, first + most);
    if (!next) return std::nullopt;
    const auto middle = static_cast<std::ptrdiff_t>(sorted.size());
    sorted.insert(sorted.end(), next->begin(), next->end());
    std::inplace_merge(sorted.begin(), sorted.begin() + middle, sorted.end(), before);
    if (sorted.size() > first + most) sorted.resize(static_cast<std::size_t>(first + most));
  }
  std::vector<RankedHit> hits;
  for (std::size_t i = static_cast<std::size_t>(first); i < sorted.size(); ++i) {
    const DatedArticle& article = sorted[i].article;
    hits.push_back({JoinedNumber::of(article.segment, article.document, archives.segments()), 0});
  }
  return hits;
}

}  // namespace morgue
