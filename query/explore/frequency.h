// SPDX-License-Identifier: GPL-3.0-or-later
// Counted words, or runs of words, as a list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/run/selection.h"

namespace morgue {

struct FrequencyRow {
  std::string word;  ///< its folded form; of a run, the forms joined by spaces
  std::uint64_t occurrences = 0, articles = 0;
  std::uint64_t outlets = 0;  ///< that have it; the unknown one counts
  double deviation = 0;       ///< of proportions, over outlets
};

struct FrequencyRequest {
  std::size_t run = 1;      ///< words of a run; a run does not reach beyond a sentence or the title
  std::uint64_t least = 1;  ///< occurrences of a row
  std::uint64_t limit = 0;  ///< rows; 0: all
};

struct FrequencyList {
  std::vector<FrequencyRow> rows;  ///< by occurrences, then word
  std::uint64_t total = 0;         ///< occurrences of all words or runs, listed or not
};

/// Counts title and body of each article. Single words count as the index counts them: "#metoo" is
/// also a "metoo", but one word of the total. An article of several outlets counts for the first.
FrequencyList list_frequencies(const Selection& selection,
                               const std::vector<Xapian::docid>& articles,
                               const FrequencyRequest& request);

}  // namespace morgue
