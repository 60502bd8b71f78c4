// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the archive that may have been meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/plan/archive_view.h"

namespace morgue {

/// A word in less than one of so many articles as another like it is probably that one misspelt.
inline constexpr std::uint64_t kMisspeltRatio = 100;

/// Words of title and body that differ from `word` by one letter (of three or four) or two (of five
/// and more, with the same first letter): the nearest first, then those with the same first letter,
/// then the commonest; without those that are probably misspelt themselves. None for what is not
/// one token of letters.
std::vector<std::string> similar_words(const ArchiveView& view, std::string_view word,
                                       std::size_t most);

}  // namespace morgue
