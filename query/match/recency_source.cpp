// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/recency_source.h"

#include <algorithm>
#include <cmath>

#include "common/index/schema.h"
#include "common/index/value.h"

namespace morgue {

RecencySource::RecencySource(double most, double half_life, std::int32_t newest)
    : ValuePostingSource(slot_number(Slot::FirstDay)),
      most_(most),
      half_life_(half_life),
      newest_(newest) {}

void RecencySource::init(const Xapian::Database& database) {
  ValuePostingSource::init(database);
  set_maxweight(most_);
}

double RecencySource::get_weight() const {
  const std::int32_t day = decode_day(get_value());
  const double age = std::max(0.0, static_cast<double>(newest_) - static_cast<double>(day));
  return most_ * std::exp2(-age / half_life_);
}

RecencySource* RecencySource::clone() const {
  return new RecencySource(most_, half_life_, newest_);
}

}  // namespace morgue
