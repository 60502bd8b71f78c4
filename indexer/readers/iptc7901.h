// SPDX-License-Identifier: GPL-3.0-or-later
// Wire stories in the text format of news agencies, IPTC 7901 (ANPA 1312 in the Americas): the IPTC
// Recommended Message Format.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/byte_source.h"
#include "indexer/readers/byte_cursor.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// A message is SOH, a header line (source and number, priority, category, words), a line of key
/// words, STX, the text, ETX and the time it was sent. Lines of the text up to one that ends in "="
/// are the headline; one of them that begins with "By" names the authors. Fields: title, byline,
/// date, source, wire-category, slug, number and body. What stands behind the remark that it is not
/// for publication goes into the field "notes". A message that does not end is read to the next, or
/// to the end of the file.
class Iptc7901Reader : public Reader {
 public:
  Iptc7901Reader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override;

  static bool looks_like(std::string_view head);

 private:
  ByteCursor bytes_;
  std::string file_;
  std::uint64_t max_bytes_;
};

}  // namespace morgue
