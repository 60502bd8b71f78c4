// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: comma-separated values and their relatives.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/peek_source.h"
#include "indexer/readers/byte_cursor.h"
#include "indexer/readers/csv_dialect.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// RFC 4180, line breaks in quotes included; delimiter, quote and header are told from the content
/// (see csv_dialect.h). Without a header the columns are called "1", "2", ... Rows without any text
/// are skipped. The line of a record is that of its first byte.
///
/// Errors: "columns" (a row with another number of cells than the first), "csv-quote" (a quote that
/// is never closed: its line is left out and reading goes on behind it), "too-long".
class CsvReader : public Reader {
 public:
  /// `delimiters` are those it may choose from.
  CsvReader(std::unique_ptr<PeekSource> source, std::string file, std::string_view delimiters,
            const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override;

  /// Whether a text beginning so is a table with such delimiters whose header names at least two
  /// fields of an article, the title or the body among them.
  static bool looks_like(std::string_view head, std::string_view delimiters);

 private:
  struct Row {
    Location at;
    std::string bytes;
  };

  std::optional<Result<Row, RecordError>> next_row();
  std::optional<char> get();
  void go_back_behind_line(const Row& row);

  CsvDialect dialect_;
  bool has_header_;
  ByteCursor bytes_;
  std::string file_;
  std::uint64_t max_bytes_;
  std::shared_ptr<const RecordParser> parser_;
  std::string again_;  ///< bytes to be read once more, after a quote that was never closed
  std::size_t again_at_ = 0;
  std::uint64_t again_line_ = 0;
};

}  // namespace morgue
