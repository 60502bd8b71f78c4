// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about the place the output goes to, and text made fit for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace morgue {

enum class ColorMode { Auto, Always, Never };

/// What the system says, read once when the program starts.
struct TerminalFacts {
  bool is_terminal = false;  ///< standard output is one
  std::size_t columns = 0;   ///< of the window; 0: unknown
  std::size_t rows = 0;
  std::string columns_variable;  ///< COLUMNS
  std::string no_color;          ///< NO_COLOR
  std::string term;              ///< TERM
  std::string pager;             ///< MORGUE_PAGER, else PAGER, else "less -FRX" if there is less
};

TerminalFacts read_terminal_facts(int descriptor);

/// What follows from the facts and the flags.
struct Terminal {
  bool is_terminal = false;
  bool color = false;
  std::size_t width = 0;  ///< 0: lines are not wrapped or cut
  std::size_t height = 0;
  std::string pager;  ///< empty: no pager
};

/// Width: COLUMNS, else the window; on a terminal that tells neither, 80; in a pipe without COLUMNS
/// lines have no end. Colour: `mode`, else on a terminal unless NO_COLOR is set and not empty or
/// TERM is "dumb". A pager only on a terminal; one given as "" or "cat" means none.
Terminal resolve_terminal(const TerminalFacts& facts, ColorMode mode, bool pager_wanted);

/// How a piece of text looks; nothing without colour.
enum class Style { Plain, Faint, Bold, Mark };

/// The text between the escape sequences of a style, or as it is when `color` is false.
std::string styled(std::string_view text, Style style, bool color);

/// Article text with some parts marked: control characters made visible; each part in the style
/// Mark and the rest in `base`. `marks` are byte spans of `text`, ascending and apart.
std::string styled_with_marks(std::string_view text, const std::vector<Span>& marks, Style base,
                              bool color);

/// The part of ascending, separate `marks` that lies in `line`, counted from its begin.
std::vector<Span> marks_inside(const std::vector<Span>& marks, Span line);

}  // namespace morgue
