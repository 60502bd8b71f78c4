// SPDX-License-Identifier: GPL-3.0-or-later
// What crawlers keep of the web: WARC (ISO 28500) and its forerunner ARC.
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

/// Each page that a server gave out whole (HTML with status 200) is an article, read as a saved
/// page is, with the address it was fetched from and the field "crawled"; so is each plain text
/// that was made of one (a "conversion" record). Requests, redirects, errors, pictures, and
/// revisits, which only say that a page had not changed, are passed over. A file in which none is
/// left gives the error "no-page", a stretch that is no record "broken-record" or "truncated".
class WebArchiveReader : public Reader {
 public:
  WebArchiveReader(std::unique_ptr<ByteSource> source, std::string file,
                   const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override;

  static bool looks_like(std::string_view head);

 private:
  struct Block;
  using Outcome = std::optional<Result<RecordChunk, RecordError>>;

  struct Line {
    std::uint64_t number = 0;
    std::string text;
  };

  Outcome read_record();
  std::optional<Line> next_line();
  Outcome read_warc(std::uint64_t line);
  Outcome read_arc(std::string_view header, std::uint64_t line);
  Outcome take(Block block, std::uint64_t line);
  Outcome skip_to_record(std::uint64_t line);
  std::string take_line();
  bool read_block(std::uint64_t bytes, std::string& into);
  bool skip_block(std::uint64_t bytes);
  Outcome cut_off(std::uint64_t line);
  RecordError error(std::uint64_t line, std::string code, std::string message) const;

  ByteCursor bytes_;
  std::string file_;
  std::uint64_t max_bytes_;
  html::PageLimits limits_;
  std::optional<Line> found_;  ///< a record's first line that has been read already
  std::uint64_t records_ = 0;
  bool gave_any_ = false;
  bool ended_ = false;
};

}  // namespace morgue
