// SPDX-License-Identifier: GPL-3.0-or-later
// How often words stand in all that is open, by what the index knows without looking at an article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace morgue {

class OpenArchives;

/// In live articles: their titles and bodies.
struct WordFrequency {
  std::uint64_t articles = 0;
  std::uint64_t occurrences = 0;
};

WordFrequency word_frequency(const OpenArchives& archives, const std::string& folded);

/// In the order of the words.
std::vector<WordFrequency> word_frequencies(const OpenArchives& archives,
                                            const std::vector<std::string>& folded);

}  // namespace morgue
