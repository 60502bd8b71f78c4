// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that decide the order of results; tests/quality/README.md tells how they were chosen.
#pragma once

#include <cstddef>

namespace morgue {

struct RankingParameters {
  // BM25 (Robertson and Zaragoza 2009, section 3.4). Frequencies count a title word more
  // (schema.h).
  double k1 = 1.6;                   ///< how much more often a word must stand to count more
  double b = 0.75;                   ///< how far long articles are marked down: 0 not, 1 fully
  double min_normalized_length = 0;  ///< articles shorter than this, in mean lengths, gain no more

  double typed_form = 0.25;  ///< weight of a word as typed, beside that of all its forms

  double adjacency = 0.75;           ///< weight of AdjacencyBonus; 0: off
  unsigned adjacency_reach = 5;      ///< in words
  std::size_t adjacency_depth = 50;  ///< so many of the best hits may change places by it

  bool function_words = false;  ///< true: with --any, "the" and "what" rank as other words do
};

}  // namespace morgue
