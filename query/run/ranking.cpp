// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/ranking.h"

#include <algorithm>
#include <memory>

#include "common/index/schema.h"
#include "common/index/value.h"
#include "query/match/recency_source.h"

namespace morgue {
namespace {

constexpr auto kFirstDay = slot_number(Slot::FirstDay);

}  // namespace

void set_order(Xapian::Enquire& enquire, const SearchRequest& request,
               Xapian::KeyMaker& oldest_first) {
  const RankingParameters& ranking = request.ranking;
  switch (request.sort) {
    case SortOrder::Relevance:
      enquire.set_weighting_scheme(
          Xapian::BM25Weight(ranking.k1, 0, 1, ranking.b, ranking.min_normalized_length));
      enquire.set_sort_by_relevance_then_value(slot_number(Slot::NewestThenId), false);
      return;
    case SortOrder::NewestFirst:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(slot_number(Slot::NewestThenId), false);
      return;
    case SortOrder::OldestFirst:
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_key(&oldest_first, false);
      return;
  }
}

Xapian::Query with_recency(const Xapian::Query& query, const SearchRequest& request,
                           const Xapian::Database& database) {
  const std::string newest = database.get_value_upper_bound(kFirstDay);
  if (newest.empty()) return query;
  Xapian::Enquire enquire(database);
  OldestFirstKey unused;
  set_order(enquire, request, unused);
  enquire.set_query(query);
  // The weight the best match has, and not the highest it could have: that would depend on how the
  // archive is laid out.
  const double best = enquire.get_mset(0, 1).get_max_attained();
  const std::int32_t reference = std::min(decode_day(newest), request.decay->today);
  auto source = std::make_unique<RecencySource>(best, request.decay->half_life, reference);
  return {Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(source.release()->release())};
}

void add_bonus(std::vector<RankedHit>& hits, std::size_t depth, const AdjacencyBonus& bonus,
               const Xapian::Database& database) {
  const auto end = hits.begin() + static_cast<std::ptrdiff_t>(std::min(depth, hits.size()));
  std::vector<Xapian::docid> articles;
  for (auto hit = hits.begin(); hit != end; ++hit) articles.push_back(hit->article);
  const std::vector<double> bonuses = bonus.of(articles);
  for (std::size_t i = 0; i < bonuses.size(); ++i) hits[i].score += bonuses[i];
  const auto key = [&](const RankedHit& hit) {
    return database.get_document(hit.article).get_value(slot_number(Slot::NewestThenId));
  };
  std::sort(hits.begin(), end, [&](const RankedHit& a, const RankedHit& b) {
    return a.score != b.score ? a.score > b.score : key(a) < key(b);
  });
}

std::string OldestFirstKey::operator()(const Xapian::Document& document) const {
  std::string key = document.get_value(slot_number(Slot::NewestThenId));
  if (key.size() < 4) return key;
  const std::uint32_t day = ~decode_number(key);
  return encode_number(day == 0 ? ~0U : day).append(key, 4);
}

}  // namespace morgue
