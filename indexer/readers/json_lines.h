// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Lines: one object a line.
#pragma once

#include <memory>
#include <string>

#include "indexer/readers/line_splitter.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// Blank lines are skipped. Errors: "too-long" and those of JsonParser.
class JsonLinesReader : public Reader {
 public:
  JsonLinesReader(std::unique_ptr<ByteSource> source, const std::string& file,
                  const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override;

  /// Whether a text beginning so is JSON Lines: an object that is complete before its line ends, or
  /// that is broken off there.
  static bool looks_like(std::string_view head);

 private:
  LineSplitter lines_;
  std::string file_;
  std::shared_ptr<const RecordParser> parser_;
};

}  // namespace morgue
