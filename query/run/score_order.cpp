// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/score_order.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "common/index/columns.h"
#include "query/match/score_documents.h"
#include "query/run/date_order.h"

namespace morgue {
namespace {

struct Scored {
  double score;
  std::uint32_t document;
  std::size_t segment;
};

/// The best come first.
class IsBetter {
 public:
  explicit IsBetter(const OpenArchives& archives)
      : archives_(archives), days_(archives.segments()), places_(archives.segments()) {}

  void add(std::size_t segment, const Columns& columns) {
    days_[segment] = columns.days();
    places_[segment] = columns.places();
  }

  bool operator()(const Scored& a, const Scored& b) const {
    if (a.score != b.score) return a.score > b.score;
    if (a.segment == b.segment) {
      const auto& places = places_[a.segment];
      return places[a.document - 1] < places[b.document - 1];
    }
    return comes_before(archives_, SortOrder::Relevance, dated(a), dated(b));
  }

 private:
  DatedArticle dated(const Scored& article) const {
    return {article.segment, article.document, days_[article.segment][article.document - 1].first};
  }

  const OpenArchives& archives_;
  std::vector<std::span<const DayRange>> days_;
  std::vector<std::span<const std::uint32_t>> places_;
};

void keep_best(std::vector<Scored>& articles, std::uint64_t most, const IsBetter& is_better) {
  const auto end = articles.begin() +
                   static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(most, articles.size()));
  const auto compare = [&](const Scored& a, const Scored& b) { return is_better(a, b); };
  std::partial_sort(articles.begin(), end, articles.end(), compare);
  articles.erase(end, articles.end());
}

}  // namespace

std::vector<RankedHit> by_score(const OpenArchives& archives, const ArticleSet& articles,
                                const WeightedPart& weights, const Bm25& bm25, std::uint64_t first,
                                std::uint64_t most) {
  IsBetter is_better(archives);
  std::vector<Scored> best;
  for (std::size_t place = 0; place < articles.segments.size(); ++place) {
    if (articles.segments[place].isEmpty()) continue;
    is_better.add(place, *archives.segment(place).columns);
    std::vector<Scored> own;
    for (const auto& [document, score] :
         score_documents(weights, bm25, archives.searched(place), articles.segments[place])) {
      own.push_back({score, document, place});
    }
    keep_best(own, first + most, is_better);
    best.insert(best.end(), own.begin(), own.end());
  }
  keep_best(best, first + most, is_better);
  std::vector<RankedHit> hits;
  for (std::size_t i = static_cast<std::size_t>(first); i < best.size(); ++i) {
    hits.push_back(
        {JoinedNumber::of(best[i].segment, best[i].document, archives.segments()), best[i].score});
  }
  return hits;
}

}  // namespace morgue
