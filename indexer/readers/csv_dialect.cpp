// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/csv_dialect.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace morgue {
namespace {

constexpr std::size_t kRowsLookedAt = 50;
constexpr std::size_t kLongestName = 64;

// The rows that end within the text; when it holds no whole row, the text as one.
std::vector<std::string_view> complete_rows(std::string_view text, CsvDialect dialect) {
  std::vector<std::string_view> rows;
  CsvState state(dialect);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size() && rows.size() < kRowsLookedAt; ++at) {
    if (state.take(text[at]) != CsvState::Byte::RowEnd) continue;
    rows.push_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  if (rows.empty()) rows.push_back(text);
  return rows;
}

std::size_t count_cells(std::string_view row, CsvDialect dialect) {
  CsvState state(dialect);
  return 1 + static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [&](char byte) {
           return state.take(byte) == CsvState::Byte::Delimiter;
         }));
}

// A word or two, as a column is called; no sentence, number, date or address.
bool reads_like_name(std::string_view cell) {
  if (cell.empty() || cell.size() > kLongestName) return false;
  const auto is_plain = [](char byte) {
    return byte == '_' || byte == '-' || byte == ' ' || (byte & 0x80) != 0 ||
           (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
  };
  return !(cell.front() >= '0' && cell.front() <= '9') &&
         std::all_of(cell.begin(), cell.end(), is_plain) &&
         std::count(cell.begin(), cell.end(), ' ') < 3;
}

/// How well a dialect fits the rows looked at.
struct Fit {
  CsvDialect dialect;
  std::size_t rows = 0;
  std::size_t columns = 0;   ///< that most rows have
  std::size_t agreeing = 0;  ///< rows with so many
  std::size_t quoted = 0;    ///< cells in quotes from end to end

  bool good() const { return columns > 1 && agreeing * 10 >= rows * 9; }
  std::size_t odd_rows() const { return rows - agreeing; }
  auto worth() const { return std::pair{agreeing, columns}; }
};

std::size_t count_quoted(std::string_view row, CsvDialect dialect) {
  using Byte = CsvState::Byte;
  std::size_t quoted = 0;
  CsvState state(dialect);
  Byte last = Byte::Delimiter;
  bool opened = false;
  const auto end_cell = [&] { quoted += opened && last == Byte::Mark ? 1 : 0; };
  for (const char byte : row) {
    const Byte kind = state.take(byte);
    if (kind == Byte::Delimiter) end_cell();
    if (last == Byte::Delimiter) opened = kind == Byte::Mark;
    last = kind;
  }
  end_cell();
  return quoted;
}

Fit fit_of(std::string_view head, CsvDialect dialect) {
  std::map<std::size_t, std::size_t> rows_with;
  Fit fit{dialect};
  for (std::string_view row : complete_rows(head, dialect)) {
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty()) continue;
    ++fit.rows;
    fit.quoted += count_quoted(row, dialect);
    const std::size_t columns = count_cells(row, dialect);
    const std::size_t agreeing = ++rows_with[columns];
    if (std::pair{agreeing, columns} > fit.worth()) fit.agreeing = agreeing, fit.columns = columns;
  }
  return fit;
}

// Double quotes are the rule. An apostrophe also begins headlines, so single quotes must make more
// rows agree, or be seen around cells in every other row; a table without quotes shows when double
// ones do not work out.
Fit best_quote(std::string_view head, char delimiter) {
  const Fit usual = fit_of(head, {delimiter, '"'});
  const Fit single = fit_of(head, {delimiter, '\''});
  const bool often = single.quoted * 2 >= single.rows && single.quoted > usual.quoted;
  const bool better = single.quoted > 0 && single.odd_rows() < usual.odd_rows();
  if (single.good() && (often || better)) return single;
  return usual.good() ? usual : fit_of(head, {delimiter, '\0'});
}

}  // namespace

CsvState::Byte CsvState::take(char byte) {
  const bool is_quote = byte == dialect_.quote && dialect_.quote != '\0';
  switch (place_) {
    case Place::Quoted:
      if (!is_quote) return Byte::Text;
      place_ = Place::QuoteInQuotes;
      return Byte::Mark;
    case Place::QuoteInQuotes:
      if (is_quote) {
        place_ = Place::Quoted;
        return Byte::Text;
      }
      break;
    case Place::FieldStart:
      if (is_quote) {
        place_ = Place::Quoted;
        return Byte::Mark;
      }
      break;
    case Place::Plain:
      break;
  }
  const bool ends_field = byte == dialect_.delimiter || byte == '\n';
  place_ = ends_field ? Place::FieldStart : Place::Plain;
  if (!ends_field) return Byte::Text;
  return byte == '\n' ? Byte::RowEnd : Byte::Delimiter;
}

std::vector<std::string> split_csv_row(std::string_view row, CsvDialect dialect) {
  if (row.ends_with('\r')) row.remove_suffix(1);
  std::vector<std::string> cells(1);
  CsvState state(dialect);
  for (const char byte : row) {
    switch (state.take(byte)) {
      case CsvState::Byte::Text:
        cells.back() += byte;
        break;
      case CsvState::Byte::Delimiter:
        cells.emplace_back();
        break;
      case CsvState::Byte::Mark:
      case CsvState::Byte::RowEnd:
        break;
    }
  }
  return cells;
}

std::optional<CsvDialect> sniff_csv(std::string_view head, std::string_view delimiters) {
  std::optional<Fit> best;
  for (const char delimiter : delimiters) {
    const Fit fit = best_quote(head, delimiter);
    if (fit.good() && (!best || fit.worth() > best->worth())) best = fit;
  }
  return best ? std::optional(best->dialect) : std::nullopt;
}

bool has_csv_header(std::string_view head, CsvDialect dialect, const FieldMap& map) {
  const auto rows = complete_rows(head, dialect);
  const auto names = split_csv_row(rows[0], dialect);
  const std::set<std::string> distinct(names.begin(), names.end());
  if (distinct.size() != names.size() || distinct.contains("")) return false;
  const auto is_short = [](const std::string& name) { return name.size() <= kLongestName; };
  if (!std::all_of(names.begin(), names.end(), is_short)) return false;
  const auto is_known = [&](const std::string& name) {
    return FieldMap::guess(name).has_value() || map.mentions(name);
  };
  if (std::any_of(names.begin(), names.end(), is_known)) return true;
  if (rows.size() < 2 || !std::all_of(names.begin(), names.end(), reads_like_name)) return false;
  const auto second = split_csv_row(rows[1], dialect);
  return !std::all_of(second.begin(), second.end(), reads_like_name);
}

}  // namespace morgue
