// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/ranking.h"

#include "common/index/schema.h"
#include "common/index/value.h"

namespace morgue {
namespace {

constexpr auto kNewestThenId = static_cast<Xapian::valueno>(Slot::NewestThenId);

// BM25 with the parameters of the literature (Robertson and Zaragoza 2009, section 3.4): saturation
// k1 and length normalization b. Frequencies already count a title word more (schema.h).
constexpr double kK1 = 1.2;
constexpr double kB = 0.75;
constexpr double kMinNormalizedLength = 0.5;

}  // namespace

void set_order(Xapian::Enquire& enquire, SortOrder order, Xapian::KeyMaker& oldest_first) {
  switch (order) {
    case SortOrder::Relevance:
      enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, kMinNormalizedLength));
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

std::string OldestFirstKey::operator()(const Xapian::Document& document) const {
  std::string key = document.get_value(kNewestThenId);
  if (key.size() < 4) return key;
  const std::uint32_t day = ~decode_number(key);
  return encode_number(day == 0 ? ~0U : day).append(key, 4);
}

}  // namespace morgue
