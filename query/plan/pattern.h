// SPDX-License-Identifier: GPL-3.0-or-later
// Wildcards over folded words.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// The letters before the first wildcard, unescaped.
std::string literal_start(std::string_view pattern);

/// `*` is zero or more letters, `?` exactly one (a code point), backslash takes away a meaning. The
/// whole word must match.
bool matches_pattern(std::string_view pattern, std::string_view word);

}  // namespace morgue
