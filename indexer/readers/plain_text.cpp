// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/plain_text.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/byte_cursor.h"
#include "indexer/readers/line_splitter.h"

namespace morgue {
namespace {

constexpr std::size_t kLongestTitle = 200;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// The line a text begins with, without its end; the text is shortened by it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

class TextParser : public RecordParser {
 public:
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    std::string_view text = chunk.bytes;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    std::string_view rest = text;
    const std::string_view first = take_line(rest);
    RawRecord record{chunk.at, {}, 0};
    if (first.size() <= kLongestTitle && !rest.empty() && is_blank(take_line(rest))) {
      record.fields.push_back({"title", RawField::Kind::Text, {std::string(first)}});
      text = rest;
    }
    record.fields.push_back({"body", RawField::Kind::Text, {std::string(text)}});
    return record;
  }
};

}  // namespace

PlainTextReader::PlainTextReader(std::unique_ptr<ByteSource> source, std::string file,
                                 const ReadOptions& options)
    : source_(std::move(source)), file_(std::move(file)), max_bytes_(options.max_record_bytes) {}

std::optional<Result<RecordChunk, RecordError>> PlainTextReader::next() {
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
  return RecordChunk{{file_, 1}, std::move(text), std::make_shared<TextParser>()};
}

bool PlainTextReader::looks_like(std::string_view head) {
  const auto is_control = [](char byte) {
    return (byte >= 0 && byte < ' ' &&
            std::string_view("\t\n\r\f\x1b").find(byte) == std::string_view::npos);
  };
  const auto controls = std::count_if(head.begin(), head.end(), is_control);
  return static_cast<std::size_t>(controls) * 50 <= head.size();
}

}  // namespace morgue
