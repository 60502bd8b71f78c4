// SPDX-License-Identifier: GPL-3.0-or-later
// A stream to the elements of one name that it is a row of.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/line_splitter.h"
#include "indexer/record.h"

namespace morgue::sgml {

/// Cuts from a line that begins with <NAME to the one that holds </NAME>. Errors: "sgml-unclosed"
/// (no </NAME> before the next element or the end), "sgml-stray" (a line between two elements),
/// "too-long".
class ElementCutter {
 public:
  /// `name` must outlive it.
  ElementCutter(std::unique_ptr<ByteSource> source, std::string file, std::string_view name,
                std::uint64_t max_bytes, std::shared_ptr<const RecordParser> parser);

  std::optional<Result<RecordChunk, RecordError>> next();

 private:
  std::optional<Result<LineSplitter::Line, RecordError>> next_line();
  std::optional<Result<RecordChunk, RecordError>> cut(LineSplitter::Line first);
  bool opens(std::string_view line) const;
  RecordError problem(std::uint64_t line, std::string code, std::string message) const;

  LineSplitter lines_;
  std::string file_;
  std::string_view name_;
  std::string close_;
  std::uint64_t max_bytes_;
  std::shared_ptr<const RecordParser> parser_;
  std::optional<LineSplitter::Line> held_;  ///< an element's first line, met inside the one before
};

}  // namespace morgue::sgml
