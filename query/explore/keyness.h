// SPDX-License-Identifier: GPL-3.0-or-later
// What some articles speak of more than others do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/explore/word_counts.h"

namespace morgue {

struct KeyWord {
  std::string word;
  std::uint64_t here = 0, there = 0;  ///< occurrences
  std::uint64_t articles = 0;         ///< of those here that have it
  double log_likelihood = 0;
  double log_ratio = 0;  ///< > 0: more often here; < 0: there
};

/// The words that stand at least `least` times here and more often than there, by log-likelihood,
/// then log ratio, then word; the first `limit` of them, 0 is all. Those that cannot be among
/// these are not asked for. Precondition: both have words.
std::vector<KeyWord> key_words(const WordCounts& here, const CorpusWords& there,
                               std::uint64_t least, std::size_t limit = 0);

/// The words of `there` that stand less often here, of those that would stand at least `least`
/// times here if they were used alike: the same order, the lowest log ratio first. `words` has all
/// that stand there so often, and how often they stand there and here together at most.
std::vector<KeyWord> avoided_words(const WordCounts& here, const CorpusWords& there,
                                   const std::vector<CommonWord>& words, std::uint64_t least,
                                   std::size_t limit = 0);

}  // namespace morgue
