// SPDX-License-Identifier: GPL-3.0-or-later
// How many terminal columns a text takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue {

/// Columns of a valid UTF-8 text by grapheme cluster and East Asian width. Control characters take
/// none: make the text safe first.
std::size_t display_width(std::string_view utf8);

/// The text cut to at most `columns`, at a grapheme boundary, with "…" in its last column when cut.
std::string truncate_to_width(std::string_view utf8, std::size_t columns);

/// Control characters (C0, DEL, C1, bidi overrides) replaced by visible pictures or U+FFFD, so that
/// an article cannot drive the terminal. Tabs become spaces, and so do line feeds unless
/// `keep_newlines`.
std::string safe_for_terminal(std::string_view utf8, bool keep_newlines = false);

}  // namespace morgue
