// SPDX-License-Identifier: GPL-3.0-or-later
// Names as they are typed: compared without capitals, and the nearest one for "did you mean".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/ascii.h"

namespace morgue {

/// Swaps, insertions, deletions and replacements of bytes that turn one into the other, where a
/// swap of neighbours counts as one.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest candidate, if it is near enough to be meant; else empty.
std::string nearest_name(std::string_view typed, const std::vector<std::string>& candidates);

}  // namespace morgue
