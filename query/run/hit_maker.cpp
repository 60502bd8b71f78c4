// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/hit_maker.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "query/match/match_work.h"

namespace morgue {
namespace {

ShownMatch as_words(std::size_t clause, const Match& match, std::uint32_t base) {
  ShownMatch shown{clause, {match.first - base, match.last - base}, {}};
  for (const PositionRange& part : match.parts) {
    shown.parts.push_back({part.first - base, part.last - base});
  }
  return shown;
}

}  // namespace

HitMaker::HitMaker(const OpenArchives& archives, const Plan& plan)
    : database_(archives.view().database), plan_(plan) {
  for (std::size_t place = 0; place < archives.segments(); ++place) {
    finders_.emplace_back(archives.segment(place).database, true, &archives.postings(place));
  }
}

HitMaker::HitMaker(const Xapian::Database& database, const Plan& plan)
    : database_(database), plan_(plan) {
  finders_.emplace_back(database, true);
}

void HitMaker::make_all(std::span<const RankedHit> ranked, std::uint64_t before,
                        const SearchRequest& request, const Use& use) {
  // Some at a time, and those in the order in which the archive has them: so each list of postings
  // is read once, and not again for each.
  constexpr std::size_t kAtOnce = 32;
  std::vector<Hit> made;
  std::vector<std::size_t> order;
  for (std::size_t first = 0; first < ranked.size(); first += kAtOnce) {
    const auto some = ranked.subspan(first, std::min(kAtOnce, ranked.size() - first));
    made.resize(some.size());
    order.resize(some.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return some[a].article < some[b].article; });
    for (const std::size_t i : order) made[i] = make(some[i], before + first + i + 1, request);
    for (std::size_t i = 0; i < some.size(); ++i) {
      if (!use(some[i], std::move(made[i]))) return;
    }
  }
}

Hit HitMaker::make(const RankedHit& ranked, std::uint64_t rank, const SearchRequest& request) {
  Hit hit;
  if (request.want_articles) {
    hit = make(ranked.article);
  } else {
    hit.article.id =
        database_.get_document(ranked.article).get_value(slot_number(Slot::NewestThenId)).substr(4);
  }
  hit.rank = rank;
  hit.score = request.sort == SortOrder::Relevance ? ranked.score : 0;
  return hit;
}

Hit HitMaker::make(Xapian::docid document) {
  Hit hit;
  const std::string data = database_.get_document(document).get_data();
  hit.article = decode_stored_article(data);
  hit.boilerplate = decode_stored_boilerplate(data);
  add_matches(document, hit);
  return hit;
}

void HitMaker::add_matches(Xapian::docid document, Hit& hit) {
  MatchFinder& finder = finders_[JoinedNumber::place(document, finders_.size())];
  const Xapian::docid own = JoinedNumber::document(document, finders_.size());
  for (std::size_t clause = 0; clause < plan_.shown.size(); ++clause) {
    Matches matches;
    try {
      matches = finder.find(*plan_.shown[clause], own);
    } catch (const TooMuchWork&) {
      continue;  // that there is a match was cheaper to know than where all of them are
    }
    for (const Match& match : matches) {
      const bool in_title = match.first < kBodyBase;
      (in_title ? hit.in_title : hit.in_body)
          .push_back(as_words(clause, match, in_title ? kTitleStart : kBodyBase));
    }
  }
}

}  // namespace morgue
