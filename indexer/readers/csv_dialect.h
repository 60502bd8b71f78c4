// SPDX-License-Identifier: GPL-3.0-or-later
// How a table is written down: its delimiter, its quote, its header.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/normalize/field_map.h"

namespace morgue {

struct CsvDialect {
  char delimiter = ',';
  char quote = '"';  ///< '\0': none

  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

/// Follows quotes through a table, one byte after the other. A quote opens a field only at its very
/// start; inside, two quotes stand for one.
class CsvState {
 public:
  explicit CsvState(CsvDialect dialect) : dialect_(dialect) {}

  /// What a byte is: part of a field, a delimiter, the "\n" that ends the row, or a mark that is
  /// not part of the text (a quote).
  enum class Byte { Text, Mark, Delimiter, RowEnd };
  Byte take(char byte);

  bool in_quotes() const { return place_ == Place::Quoted; }

 private:
  enum class Place { FieldStart, Plain, Quoted, QuoteInQuotes };
  CsvDialect dialect_;
  Place place_ = Place::FieldStart;
};

/// The cells of one row, unquoted. A "\r" before the end of the row is not part of it.
std::vector<std::string> split_csv_row(std::string_view row, CsvDialect dialect);

/// The delimiter (of `delimiters`) under which the complete rows of `head` agree best in their
/// number of columns, at least two, and the quote: double, unless single ones or none fit better.
/// nullopt when fewer than nine rows of ten agree.
std::optional<CsvDialect> sniff_csv(std::string_view head, std::string_view delimiters);

/// Whether the first row of `head` names the columns: its cells are short, distinct and not empty,
/// and one of them is a usual name of an article's field or one that `map` speaks of, or they
/// read like names and those of the second row do not.
bool has_csv_header(std::string_view head, CsvDialect dialect, const FieldMap& map);

}  // namespace morgue
