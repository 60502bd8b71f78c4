// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watch_list_file.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/index_error.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/entity_type.h"
#include "indexer/readers/csv_dialect.h"

namespace morgue {
namespace {

constexpr std::size_t kMostErrorsListed = 20;

enum class Column { Type, Name, Aliases, AnyCase };

struct Row {
  std::uint64_t line = 0;
  std::vector<std::string> cells;
};

/// Rows with any text, with the lines they begin in.
std::vector<Row> rows_of(std::string_view csv) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (csv.starts_with(kByteOrderMark)) csv.remove_prefix(kByteOrderMark.size());
  const std::string_view head = csv.substr(0, csv.find('\n'));
  const auto holds = [&](char c) { return head.find(c) != head.npos; };
  const char delimiter = holds('\t') ? '\t' : holds(';') && !holds(',') ? ';' : ',';
  const CsvDialect dialect{delimiter, '"'};
  std::vector<Row> rows;
  CsvState state(dialect);
  std::uint64_t line = 1;
  std::uint64_t begin_line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= csv.size(); ++i) {
    const bool at_end = i == csv.size();
    const bool row_ends = at_end || state.take(csv[i]) == CsvState::Byte::RowEnd;
    if (!at_end && csv[i] == '\n') ++line;
    if (!row_ends) continue;
    Row row{begin_line, split_csv_row(csv.substr(begin, i - begin), dialect)};
    for (std::string& cell : row.cells) cell = value_form(cell);
    const bool any = std::any_of(row.cells.begin(), row.cells.end(),
                                 [](const std::string& cell) { return !cell.empty(); });
    if (any) rows.push_back(std::move(row));
    begin = i + 1;
    begin_line = line;
  }
  return rows;
}

std::optional<Column> column_of(std::string_view cell) {
  const std::string name = fold(cell);
  if (name == "type") return Column::Type;
  if (name == "name") return Column::Name;
  if (name == "alias" || name == "aliases") return Column::Aliases;
  if (name == "anycase") return Column::AnyCase;
  return std::nullopt;
}

class ListReader {
 public:
  void read_header(const Row& row) {
    for (const std::string& cell : row.cells) {
      const auto column = column_of(cell);
      if (!column) fail(row, "no column is called \"" + cell + "\": they are " + kColumns);
      columns_.push_back(column.value_or(Column::Aliases));
    }
    for (const Column wanted : {Column::Type, Column::Name}) {
      if (std::count(columns_.begin(), columns_.end(), wanted) != 1) {
        fail(row, std::string("the first row names the columns: ") + kColumns);
        return;
      }
    }
  }

  void read(const Row& row) {
    if (row.cells.size() > columns_.size()) {
      fail(row, "has " + std::to_string(row.cells.size()) + " cells where the first row has " +
                    std::to_string(columns_.size()) + "; aliases are parted by |");
      return;
    }
    WatchedName name;
    name.line = row.line;
    std::string type;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      take(columns_[i], row.cells[i], row, type, name);
    const auto known = read_entity_type(type);
    if (type.empty()) {
      fail(row, "has no type");
    } else if (!known) {
      fail(row, known.error().message);
    } else if (known->kind == EntityKind::Misc && known->facet.empty()) {
      fail(row, "\"misc\" is no type to look for; choose a name of your own");
    } else if (name.name.empty()) {
      fail(row, "has no name");
    } else {
      name.kind = known->kind;
      name.facet = known->facet;
      names.push_back(std::move(name));
    }
  }

  std::vector<WatchedName> names;
  WatchList::Errors errors;

 private:
  static constexpr const char* kColumns = "type, name, aliases, anycase";

  void take(Column column, const std::string& cell, const Row& row, std::string& type,
            WatchedName& name) {
    switch (column) {
      case Column::Type:
        type = cell;
        return;
      case Column::Name:
        name.name = cell;
        return;
      case Column::Aliases:
        take_aliases(cell, name);
        return;
      case Column::AnyCase: {
        const std::string said = fold(cell);
        name.any_case = said == "yes";
        if (said != "yes" && said != "no" && !said.empty()) {
          fail(row, "anycase is yes or no, not \"" + cell + "\"");
        }
      }
    }
  }

  static void take_aliases(std::string_view cell, WatchedName& name) {
    while (!cell.empty()) {
      const std::size_t bar = std::min(cell.find('|'), cell.size());
      std::string alias = value_form(cell.substr(0, bar));
      if (!alias.empty()) name.aliases.push_back(std::move(alias));
      cell.remove_prefix(std::min(bar + 1, cell.size()));
    }
  }

  void fail(const Row& row, std::string what) { errors.push_back({row.line, std::move(what)}); }

  std::vector<Column> columns_;
};

[[noreturn]] void throw_errors(const std::string& name, WatchList::Errors errors) {
  std::stable_sort(errors.begin(), errors.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string message;
  for (std::size_t i = 0; i < std::min(errors.size(), kMostErrorsListed); ++i) {
    message += (i == 0 ? "" : "\n") + name + ":" + std::to_string(errors[i].first) + ": " +
               errors[i].second;
  }
  if (errors.size() > kMostErrorsListed) {
    message += "\nand " + std::to_string(errors.size() - kMostErrorsListed) + " more";
  }
  throw IndexError(ExitCode::Usage, message);
}

}  // namespace

std::shared_ptr<const WatchList> read_watch_list(std::string_view csv, const std::string& name) {
  if (!is_valid_utf8(csv)) throw_errors(name, {{1, "is not UTF-8; save the table as UTF-8"}});
  const std::vector<Row> rows = rows_of(csv);
  if (rows.empty()) throw_errors(name, {{1, "is empty; the first row is: type,name,aliases"}});
  ListReader reader;
  reader.read_header(rows.front());
  if (!reader.errors.empty()) throw_errors(name, std::move(reader.errors));
  for (std::size_t i = 1; i < rows.size(); ++i) reader.read(rows[i]);
  auto list = std::make_shared<const WatchList>(reader.names, reader.errors);
  if (!reader.errors.empty()) throw_errors(name, std::move(reader.errors));
  return list;
}

}  // namespace morgue
