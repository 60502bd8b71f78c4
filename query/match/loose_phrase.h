// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases whose words may stand apart from where they should: "trade war talks"~2.
#pragma once

#include <cstdint>
#include <vector>

#include "query/match/match_list.h"

namespace morgue {

/// A word of a loose phrase.
struct LooseWord {
  std::uint32_t place = 0;               ///< its number in the phrase
  std::vector<std::uint32_t> positions;  ///< where it stands; ascending
};

/// The smallest runs of title or body that hold a different position for each word, such that
/// positions minus places differ by `slop` at most (as Lucene counts: swapping two neighbours
/// takes 2). `steps`: see match_work.h. Throws TooMuchWork.
Matches loose_matches(const std::vector<LooseWord>& words, std::uint32_t slop, bool with_parts,
                      std::uint64_t& steps);

}  // namespace morgue
