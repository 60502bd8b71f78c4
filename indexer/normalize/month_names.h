// SPDX-License-Identifier: GPL-3.0-or-later
// The names of months.
#pragma once

#include <string_view>

namespace morgue {

/// 1 to 12 for the name of a month, or a usual abbreviation without point, in English, Spanish,
/// Portuguese, French, German, Italian or Arabic; else 0. Precondition: the word is folded (see
/// fold()).
int month_named(std::string_view folded_word);

}  // namespace morgue
