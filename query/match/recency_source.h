// SPDX-License-Identifier: GPL-3.0-or-later
// Newer articles weigh more: the weight of --decay.
#pragma once

#include <cstdint>
#include <string>

#include <xapian.h>

namespace morgue {

/// Every dated article. One of the day `newest`, or later, weighs `most`, and one that is older
/// half as much for each `half_life` days of its age. Of a date that is not whole the first day
/// counts. To be put on the right of an AND_MAYBE.
class RecencySource : public Xapian::ValuePostingSource {
 public:
  RecencySource(double most, double half_life, std::int32_t newest);

  double get_weight() const override;
  void init(const Xapian::Database& database) override;
  RecencySource* clone() const override;
  std::string get_description() const override { return "Recency"; }

 private:
  double most_;
  double half_life_;
  std::int32_t newest_;
};

}  // namespace morgue
