// SPDX-License-Identifier: GPL-3.0-or-later
// What a mistyped name was probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// The name with the fewest typing mistakes between it and `typed` (letters left out, added,
/// changed, or swapped with a neighbour); empty when each has more than one for every three
/// letters.
std::string nearest(std::string_view typed, const std::vector<std::string>& names);

}  // namespace morgue
