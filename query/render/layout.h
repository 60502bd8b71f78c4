// SPDX-License-Identifier: GPL-3.0-or-later
// Text laid out in columns and lines, by what a terminal shows and not by bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace morgue {

/// The text in lines of at most `width` columns, broken at white space, or inside a word that is
/// longer than a line. Byte spans without the white space between them; one empty span for a text
/// without words. Width 0: one line.
std::vector<Span> wrap(std::string_view text, std::size_t width);

/// A row of cells; a row with fewer cells than others leaves the rest empty.
using Row = std::vector<std::string>;

enum class Align { Left, Right };

/// Rows as lines, each cell made safe for a terminal and padded to its column's width; two spaces
/// between columns, none after the last. The first column is cut with "…" so that a line fits into
/// `width` columns (0: no limit). Text with right-to-left letters is isolated, so that it cannot
/// reorder the cells beside it.
std::string align(const std::vector<Row>& rows, const std::vector<Align>& columns,
                  std::size_t width);

/// Between isolating marks when it holds right-to-left letters; else as it is.
std::string isolated(std::string_view text);

/// 48,211.
std::string grouped(std::uint64_t number);

/// "1 article", "48,211 articles".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

}  // namespace morgue
