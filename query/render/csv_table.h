// SPDX-License-Identifier: GPL-3.0-or-later
// A table of comma-separated values that people edit between two runs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace morgue {

struct CsvTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< each as long as `columns`

  /// nullopt: no column of that name.
  std::optional<std::size_t> find(std::string_view column) const;
  /// The place of a column, added with empty values when there is none.
  std::size_t find_or_add(std::string_view column);
};

/// Reads RFC 4180: the first line names the columns; values in quotes may hold line breaks; lines
/// may end in CR LF; a byte order mark is passed over. The delimiter is a comma, a semicolon or a
/// tab, whichever the first line has most of: spreadsheets choose by themselves. Short lines are
/// filled up. Error "csv": a quote is never closed, or a line has more values than columns, with
/// its number.
Result<CsvTable> read_csv(std::string_view text);

/// With commas, as write_row() does.
std::string write_csv(const CsvTable& table);

}  // namespace morgue
