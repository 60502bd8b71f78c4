// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/table.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "query/render/delimited.h"
#include "query/render/json.h"
#include "query/render/layout.h"
#include "query/render/provenance.h"

namespace morgue {
namespace {

std::string with_digits(double number, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, number);
  return text;
}

std::string joined(const std::vector<std::string>& list, std::string_view mark) {
  std::string text;
  for (const std::string& item : list) {
    if (!text.empty()) text += mark;
    text += item;
  }
  return text;
}

/// As data: nothing is rounded.
std::string as_data(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return std::to_string(*count);
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) return joined(*list, "|");
  return shortest_digits(std::get<double>(cell));
}

std::string as_text(const Cell& cell) {
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return grouped(*count);
  if (const auto* number = std::get_if<double>(&cell)) return with_digits(*number, kShownDigits);
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) return joined(*list, ", ");
  return std::get<std::string>(cell);
}

bool is_number(const Cell& cell) {
  return std::holds_alternative<std::uint64_t>(cell) || std::holds_alternative<double>(cell);
}

}  // namespace

TableWriter::TableWriter(Format format, const Terminal& terminal, std::vector<Column> columns,
                         std::ostream& out)
    : format_(format), terminal_(terminal), columns_(std::move(columns)), out_(out) {}

void TableWriter::begin(const TableHead& head) {
  if (head.provenance) write_provenance_head(*head.provenance, head.canonical, format_, out_);
  if (format_ == Format::Csv || format_ == Format::Tsv) {
    std::vector<std::string> names;
    for (const Column& column : columns_) names.emplace_back(column.name);
    write_row(out_, names, format_ == Format::Csv ? ',' : '\t', terminal_.is_terminal);
  }
  if (format_ != Format::Json) return;
  JsonWriter json(out_);
  json.begin_object().field("schema", kJsonSchema);
  if (!head.query.empty()) json.field("query", head.query);
  if (!head.canonical.empty()) json.field("canonical", head.canonical).field("total", head.total);
  if (head.provenance) write_provenance(json, *head.provenance, "");
  write_notes(json, head.notes);
  json.new_line().key(head.rows).begin_array();
}

void TableWriter::row(std::vector<Cell> cells) {
  switch (format_) {
    case Format::Csv:
    case Format::Tsv:
      return write_delimited(cells);
    case Format::Json:
    case Format::JsonLines:
      return write_object(cells);
    case Format::Text:
    case Format::Ids:
    case Format::GraphMl:
    case Format::Gexf:
      kept_.push_back(std::move(cells));
  }
}

void TableWriter::end() {
  if (format_ == Format::Json) out_ << "]}\n";
  if (format_ != Format::Text || kept_.empty()) return;
  std::vector<Row> rows;
  std::vector<Align> aligned;
  Row header;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!columns_[i].in_text) continue;
    header.emplace_back(columns_[i].name);
    aligned.push_back(is_number(kept_.front()[i]) ? Align::Right : Align::Left);
  }
  rows.push_back(std::move(header));
  for (const std::vector<Cell>& cells : kept_) {
    Row row;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].in_text) row.push_back(as_text(cells[i]));
    }
    rows.push_back(std::move(row));
  }
  out_ << align(rows, aligned, terminal_.width);
}

void TableWriter::write_delimited(const std::vector<Cell>& cells) {
  std::vector<std::string> values;
  for (const Cell& cell : cells) values.push_back(as_data(cell));
  write_row(out_, values, format_ == Format::Csv ? ',' : '\t', terminal_.is_terminal);
}

void TableWriter::write_object(const std::vector<Cell>& cells) {
  if (format_ == Format::Json) out_ << (std::exchange(first_row_, false) ? "\n" : ",\n");
  JsonWriter json(out_);
  json.begin_object();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    json.key(columns_[i].name);
    if (const auto* text = std::get_if<std::string>(&cells[i])) {
      json.string(*text);
    } else if (const auto* count = std::get_if<std::uint64_t>(&cells[i])) {
      json.integer(*count);
    } else if (const auto* number = std::get_if<double>(&cells[i])) {
      json.number(*number);
    } else {
      json.begin_array();
      for (const auto& item : std::get<std::vector<std::string>>(cells[i])) json.string(item);
      json.end_array();
    }
  }
  json.end_object();
  if (format_ == Format::JsonLines) out_ << '\n';
}

}  // namespace morgue
