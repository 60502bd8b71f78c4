// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_lines.h"

#include <utility>

#include "indexer/readers/json_array.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_scan.h"

namespace morgue {

JsonLinesReader::JsonLinesReader(std::unique_ptr<ByteSource> source, const std::string& file,
                                 const ReadOptions& options)
    : lines_(std::move(source), file, options.max_record_bytes),
      file_(file),
      parser_(std::make_shared<JsonParser>()) {}

std::optional<Result<RecordChunk, RecordError>> JsonLinesReader::next() {
  while (auto line = lines_.next()) {
    if (!*line) return std::move(line->error());
    LineSplitter::Line& found = **line;
    if (found.text.find_first_not_of(kJsonSpace) == std::string::npos) continue;
    return RecordChunk{{file_, found.number}, std::move(found.text), parser_};
  }
  return std::nullopt;
}

bool JsonLinesReader::looks_like(std::string_view head) {
  const std::size_t start = head.find_first_not_of(kJsonSpace);
  if (start == std::string_view::npos || head[start] != '{') return false;
  const std::size_t name = head.find_first_not_of(kJsonSpace, start + 1);
  if (name != std::string_view::npos && head[name] != '"' && head[name] != '}') return false;
  return !JsonArrayReader::looks_like(head);
}

}  // namespace morgue
