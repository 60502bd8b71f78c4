// SPDX-License-Identifier: GPL-3.0-or-later
// Counted words as a list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/explore/word_counts.h"

namespace morgue {

struct FrequencyRow {
  std::string word;
  std::uint64_t occurrences = 0, articles = 0;
  std::uint64_t outlets = 0;  ///< that have it; the unknown one counts
  double deviation = 0;       ///< of proportions, over outlets
};

/// The words with at least `least` occurrences, by occurrences, then word; at most `limit`, 0 for
/// all. Precondition: `counts` are by outlet.
std::vector<FrequencyRow> frequency_list(const WordCounts& counts, std::uint64_t least,
                                         std::uint64_t limit);

}  // namespace morgue
