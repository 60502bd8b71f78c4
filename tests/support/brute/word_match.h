// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a word is like another, or of a pattern; by definition, not by speed.
#pragma once

#include <string>
#include <string_view>

namespace morgue::brute {

std::u32string code_points(std::string_view utf8);

/// `pattern`: * is zero or more code points, ? one, a backslash takes their meaning away.
bool matches_wildcard(std::u32string_view pattern, std::u32string_view word);

/// Replacements, insertions, deletions and swaps of neighbours that make one of the other.
int edit_distance(const std::u32string& a, const std::u32string& b);

/// How a word is written.
struct Letters {
  bool capital = false;     ///< has a capital or title-case letter
  bool lower_case = false;  ///< has a lower-case letter
};

Letters letters_of(std::string_view word);

}  // namespace morgue::brute
