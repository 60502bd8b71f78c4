// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people type them in other search languages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::dialect {

struct TypedDate {
  std::string iso;        ///< "2024", "2024-01" or "2024-01-31"; the day need not exist
  std::size_t size = 0;   ///< how much of the text it took
  bool doubtful = false;  ///< day and month could be swapped, or the century was guessed
};

/// Reads 2024, 2024-01-31, 20240131, 1/31/2024, 1/2024, Jan 2024, January 31, 2024 or
/// 31 January 2024 at the start of `text`, which is in lower case. In 1/2/2024 the month comes
/// first, unless it cannot be one. Two-digit years are 1950 to 2049.
std::optional<TypedDate> read_typed_date(std::string_view text);

}  // namespace morgue::dialect
