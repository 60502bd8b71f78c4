// SPDX-License-Identifier: GPL-3.0-or-later
// Regular expressions, and the numbers behind "~" and "^".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "query/parse/ast.h"
#include "query/parse/cursor.h"

namespace morgue {

/// Reads "/letters/", the cursor on the first slash, when a space, a parenthesis, a suffix or the
/// end follows; else nothing, the cursor where it was: what begins with a slash and is no regular
/// expression is text, as a path.
std::optional<ast::Regex> lex_regex(Cursor& cursor);

/// One to nine digits.
std::optional<std::uint32_t> read_digits(std::string_view text);

/// A weight: "2", "2.5", ".5", from 0.001 to 1000, in thousandths.
std::optional<std::uint32_t> read_thousandths(std::string_view text);

}  // namespace morgue
