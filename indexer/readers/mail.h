// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail: a message a file, or a mailbox of many.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/line_splitter.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// A mailbox (mbox, RFC 4155) is cut before each line "From …" that names a time and stands behind
/// a blank line; a file without such lines is one message. Errors: "too-long", those of MailParser.
class MailReader : public Reader {
 public:
  MailReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override;

  /// Whether bytes begin with the header of a message.
  static bool looks_like(std::string_view head);

 private:
  LineSplitter lines_;
  std::string file_;
  std::uint64_t max_bytes_;
  std::shared_ptr<const RecordParser> parser_;
  std::optional<std::uint64_t> next_at_;  ///< the line of a "From " that has been read
};

}  // namespace morgue
