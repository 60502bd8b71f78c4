// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/csv_table.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "query/render/delimited.h"

namespace morgue {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

char delimiter_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  const char best = count(';') > count(',') ? ';' : ',';
  return count('\t') > count(best) ? '\t' : best;
}

/// Cuts records off the front of a text.
class Records {
 public:
  Records(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  bool done() const { return at_ == text_.size(); }
  std::size_t line() const { return line_; }

  /// The values of the next record; an error when a quote is never closed.
  Result<std::vector<std::string>> next() {
    std::vector<std::string> values(1);
    const std::size_t begun = line_;
    bool quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      line_ += c == '\n' ? 1 : 0;
      if (quoted) {
        if (c != '"') {
          values.back() += c;
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          values.back() += text_[++at_];
        } else {
          quoted = false;
        }
      } else if (c == '"' && values.back().empty()) {
        quoted = true;
      } else if (c == delimiter_) {
        values.emplace_back();
      } else if (c == '\n') {
        ++at_;
        break;
      } else if (c != '\r' || at_ + 1 == text_.size() || text_[at_ + 1] != '\n') {
        values.back() += c;
      }
    }
    if (quoted) {
      return Error{"csv", "line " + std::to_string(begun) + ": a quote is never closed"};
    }
    return values;
  }

 private:
  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

std::optional<std::size_t> CsvTable::find(std::string_view column) const {
  const auto found = std::find(columns.begin(), columns.end(), column);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

std::size_t CsvTable::find_or_add(std::string_view column) {
  if (const auto found = find(column)) return *found;
  columns.emplace_back(column);
  for (auto& row : rows) row.emplace_back();
  return columns.size() - 1;
}

Result<CsvTable> read_csv(std::string_view text) {
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  CsvTable table;
  Records records(text, delimiter_of(text));
  while (!records.done()) {
    const std::size_t line = records.line();
    auto values = records.next();
    if (!values) return values.error();
    const bool is_empty = values->size() == 1 && values->front().empty();
    if (is_empty) continue;
    if (table.columns.empty()) {
      table.columns = std::move(*values);
      continue;
    }
    if (values->size() > table.columns.size()) {
      return Error{"csv",
                   "line " + std::to_string(line) + " has more values than there are columns"};
    }
    values->resize(table.columns.size());
    table.rows.push_back(std::move(*values));
  }
  return table;
}

std::string write_csv(const CsvTable& table) {
  std::ostringstream out;
  write_row(out, table.columns, ',', false);
  for (const auto& row : table.rows) write_row(out, row, ',', false);
  return out.str();
}

}  // namespace morgue
