// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of named columns in every format: what exploration shows.
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/hit.h"
#include "query/render/renderer.h"

namespace morgue {

/// A number that is no count has this many digits behind the point, in text alone.
inline constexpr int kShownDigits = 2;

/// Text, a count, a score, or a list of texts.
using Cell = std::variant<std::string, std::uint64_t, double, std::vector<std::string>>;

struct Column {
  std::string_view name;  ///< the key in JSON, the header elsewhere
  bool in_text = true;    ///< false: left out of aligned text, for want of room
};

/// What a JSON document says before its rows; empty strings are left out.
struct TableHead {
  std::string_view rows;  ///< the key of the array of rows: "entities"
  std::string query, canonical;
  std::uint64_t total = 0;  ///< articles the rows were made of
  std::vector<Note> notes;
  std::optional<Provenance> provenance = {};
};

/// Writes each row as it comes, but for text, whose columns are as wide as their widest cell.
class TableWriter {
 public:
  /// `out` must outlive it. Precondition: format is neither Ids nor a graph.
  TableWriter(Format format, const Terminal& terminal, std::vector<Column> columns,
              std::ostream& out);

  void begin(const TableHead& head);
  /// Precondition: as many cells as columns.
  void row(std::vector<Cell> cells);
  void end();

 private:
  void write_delimited(const std::vector<Cell>& cells);
  void write_object(const std::vector<Cell>& cells);

  Format format_;
  const Terminal& terminal_;
  std::vector<Column> columns_;
  std::ostream& out_;
  std::vector<std::vector<Cell>> kept_;  ///< of text
  bool first_row_ = true;
};

}  // namespace morgue
