// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/plain_text.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

constexpr std::size_t kLongestTitle = 200;

class TextParser : public RecordParser {
 public:
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    std::string_view text = chunk.bytes;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    std::string_view rest = text;
    const std::string_view first = take_line(rest);
    RawRecord record{chunk.at, {}, 0};
    if (first.size() <= kLongestTitle && !rest.empty() && trimmed(take_line(rest)).empty()) {
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
    : WholeFileReader(std::move(source), std::move(file), options.max_record_bytes,
                      std::make_shared<TextParser>()) {}

bool PlainTextReader::looks_like(std::string_view head) {
  const auto is_control = [](char byte) {
    return (byte >= 0 && byte < ' ' &&
            std::string_view("\t\n\r\f\x1b").find(byte) == std::string_view::npos);
  };
  const auto controls = std::count_if(head.begin(), head.end(), is_control);
  return static_cast<std::size_t>(controls) * 50 <= head.size();
}

}  // namespace morgue
