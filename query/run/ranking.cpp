// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/ranking.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/value.h"

namespace morgue {
namespace {

constexpr auto kNewestThenId = static_cast<Xapian::valueno>(Slot::NewestThenId);

}  // namespace

void set_order(Xapian::Enquire& enquire, const SearchRequest& request,
               Xapian::KeyMaker& oldest_first) {
  const RankingParameters& ranking = request.ranking;
  switch (request.sort) {
    case SortOrder::Relevance:
      enquire.set_weighting_scheme(
          Xapian::BM25Weight(ranking.k1, 0, 1, ranking.b, ranking.min_normalized_length));
      enquire.set_sort_by_relevance_then_value(kNewestThenId, false);
      return;
    case SortOrder::NewestFirst:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(kNewestThenId, false);
      return;
    case SortOrder::OldestFirst:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_key(&oldest_first, false);
      return;
  }
}

void add_bonus(std::vector<RankedHit>& hits, std::size_t depth, const AdjacencyBonus& bonus,
               const Xapian::Database& database) {
  const auto end = hits.begin() + static_cast<std::ptrdiff_t>(std::min(depth, hits.size()));
  for (auto hit = hits.begin(); hit != end; ++hit) hit->score += bonus.of(hit->article);
  const auto key = [&](const RankedHit& hit) {
    return database.get_document(hit.article).get_value(kNewestThenId);
  };
  std::sort(hits.begin(), end, [&](const RankedHit& a, const RankedHit& b) {
    return a.score != b.score ? a.score > b.score : key(a) < key(b);
  });
}

std::string OldestFirstKey::operator()(const Xapian::Document& document) const {
  std::string key = document.get_value(kNewestThenId);
  if (key.size() < 4) return key;
  const std::uint32_t day = ~decode_number(key);
  return encode_number(day == 0 ? ~0U : day).append(key, 4);
}

}  // namespace morgue
