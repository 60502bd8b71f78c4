// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/whole_file.h"

#include <utility>

#include "indexer/readers/byte_cursor.h"
#include "indexer/readers/line_splitter.h"

namespace morgue {

WholeFileReader::WholeFileReader(std::unique_ptr<ByteSource> source, std::string file,
                                 std::uint64_t max_bytes,
                                 std::shared_ptr<const RecordParser> parser)
    : source_(std::move(source)),
      file_(std::move(file)),
      max_bytes_(max_bytes),
      parser_(std::move(parser)) {}

std::optional<Result<RecordChunk, RecordError>> WholeFileReader::next() {
  if (!source_) return std::nullopt;
  ByteCursor bytes(std::move(source_));
  std::string text;
  for (auto ahead = bytes.ahead(); !ahead.empty(); ahead = bytes.ahead()) {
    if (text.size() + ahead.size() > max_bytes_) return too_long({file_, 1}, max_bytes_);
    text += ahead;
    bytes.skip(ahead.size());
  }
  if (auto error = bytes.take_error()) {
    return RecordError{{file_, bytes.line()}, *std::move(error)};
  }
  return RecordChunk{{file_, 1}, std::move(text), parser_};
}

}  // namespace morgue
