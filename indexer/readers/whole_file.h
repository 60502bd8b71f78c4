// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is one record.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/input/byte_source.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// All bytes of a stream as one chunk. Errors: "too-long", and why the stream ended early.
class WholeFileReader : public Reader {
 public:
  WholeFileReader(std::unique_ptr<ByteSource> source, std::string file, std::uint64_t max_bytes,
                  std::shared_ptr<const RecordParser> parser);

  std::optional<Result<RecordChunk, RecordError>> next() override;

 private:
  std::unique_ptr<ByteSource> source_;  ///< null once it has been read
  std::string file_;
  std::uint64_t max_bytes_;
  std::shared_ptr<const RecordParser> parser_;
};

}  // namespace morgue
