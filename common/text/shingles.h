// SPDX-License-Identifier: GPL-3.0-or-later
// The runs of words that a text is made of: what two texts share of them tells copies apart from
// texts about the same thing (Broder, "On the resemblance and containment of documents", 1997).
#pragma once

#include <cstdint>
#include <vector>

#include "common/text/analyzer.h"

namespace morgue {

/// Words in a shingle.
inline constexpr std::size_t kShingleWords = 5;

/// A hash of each run of kShingleWords words (of all words, when there are fewer), by their folded
/// forms: ascending, each once. The same in every version of Morgue, for archives keep them.
std::vector<std::uint32_t> shingles_of(const std::vector<Token>& words);

/// How many of `some` are among `others`. Both ascending, each once.
std::size_t count_shared(const std::vector<std::uint32_t>& some,
                         const std::vector<std::uint32_t>& others);

}  // namespace morgue
