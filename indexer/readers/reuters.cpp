// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/reuters.h"

#include <utility>

#include "indexer/readers/reuters_parser.h"

namespace morgue {

ReutersReader::ReutersReader(std::unique_ptr<ByteSource> source, std::string file,
                             const ReadOptions& options)
    : stories_(std::move(source), std::move(file), "REUTERS", options.max_record_bytes,
               std::make_shared<ReutersParser>()) {}

std::optional<Result<RecordChunk, RecordError>> ReutersReader::next() { return stories_.next(); }

bool ReutersReader::looks_like(std::string_view head) {
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return false;
  head.remove_prefix(start);
  return head.starts_with("<!DOCTYPE lewis") || head.starts_with("<REUTERS ");
}

}  // namespace morgue
