// SPDX-License-Identifier: GPL-3.0-or-later
// What a selection holds of each outlet, and what it lacks.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/article/partial_date.h"
#include "query/run/selection.h"

namespace morgue {

struct OutletCoverage {
  std::string source;  ///< empty: articles whose outlet is not known
  std::uint64_t articles = 0;
  std::uint64_t undated = 0;
  std::uint64_t copies = 0;  ///< of a text that an earlier article of the archive has
  /// By month, "2024-03"; by year for those of which no more is known, "2024". None is 0.
  std::map<std::string, std::uint64_t> periods;
  std::map<std::string, std::uint64_t> languages;  ///< "": not known

  /// First and last month with articles; not known when none is dated to the month.
  PartialDate first_month() const;
  PartialDate last_month() const;

  /// The periods, and with 0 the months between the first and the last that have no articles.
  std::map<std::string, std::uint64_t> all_periods() const;

  /// Months without articles between the first and the last, joined: "2023-04..2023-06", "2024-01".
  std::vector<std::string> gaps() const;
};

/// By outlet; those not known last. An article of several outlets counts for each.
std::vector<OutletCoverage> cover(const Selection& selection);

}  // namespace morgue
