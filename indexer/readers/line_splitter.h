// SPDX-License-Identifier: GPL-3.0-or-later
// A stream to lines.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/readers/byte_cursor.h"
#include "indexer/record.h"

namespace morgue {

class LineSplitter {
 public:
  struct Line {
    std::uint64_t number = 0;  ///< from 1
    std::string text;          ///< without its end, "\n" or "\r\n"
  };

  LineSplitter(std::unique_ptr<ByteSource> source, std::string file, std::uint64_t max_bytes);

  /// The next line, or nullopt at the end. A last line without "\n" counts, unless the stream was
  /// cut off in it: then it is dropped and the stream's Error is given. A line longer than
  /// max_bytes is the Error "too-long"; the lines after it follow.
  std::optional<Result<Line, RecordError>> next();

 private:
  ByteCursor bytes_;
  std::string file_;
  std::uint64_t max_bytes_;
};

/// The Error "too-long" for a record at a place.
RecordError too_long(Location at, std::uint64_t max_bytes);

}  // namespace morgue
