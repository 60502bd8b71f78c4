// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/reuters.h"

#include <utility>

#include "indexer/readers/reuters_parser.h"

namespace morgue {
namespace {

constexpr std::string_view kOpen = "<REUTERS";
constexpr std::string_view kClose = "</REUTERS>";

RecordError problem(const std::string& file, std::uint64_t line, std::string code,
                    std::string message) {
  return {{file, line}, {std::move(code), std::move(message)}};
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\x1a") == std::string_view::npos;
}

}  // namespace

ReutersReader::ReutersReader(std::unique_ptr<ByteSource> source, std::string file,
                             const ReadOptions& options)
    : lines_(std::move(source), file, options.max_record_bytes),
      file_(std::move(file)),
      max_bytes_(options.max_record_bytes),
      parser_(std::make_shared<ReutersParser>()) {}

std::optional<Result<RecordChunk, RecordError>> ReutersReader::next() {
  for (;;) {
    std::optional<Result<LineSplitter::Line, RecordError>> line;
    if (held_) {
      line = *std::exchange(held_, std::nullopt);
    } else {
      line = lines_.next();
    }
    if (!line) return std::nullopt;
    if (!*line) return std::move(line->error());
    LineSplitter::Line& found = **line;
    if (found.text.starts_with(kOpen)) return cut_story(std::move(found));
    if (is_blank(found.text) || found.text.starts_with("<!DOCTYPE")) continue;
    return problem(file_, found.number, "sgml-stray",
                   "stands outside of any REUTERS element; remove the line");
  }
}

std::optional<Result<RecordChunk, RecordError>> ReutersReader::cut_story(LineSplitter::Line first) {
  RecordChunk chunk{{file_, first.number}, std::move(first.text), parser_};
  const auto unclosed = [&] {
    return problem(file_, chunk.at.line, "sgml-unclosed",
                   "has no </REUTERS> before the next story or the end; get a good copy");
  };
  bool fits = true;
  bool closed = chunk.bytes.ends_with(kClose);
  while (!closed) {
    auto line = lines_.next();
    if (!line) return unclosed();
    if (!*line) return std::move(line->error());
    std::string& text = (*line)->text;
    if (text.starts_with(kOpen)) {
      held_ = std::move(**line);
      return unclosed();
    }
    closed = text.find(kClose) != std::string::npos;
    fits = fits && chunk.bytes.size() + text.size() < max_bytes_;
    if (fits) chunk.bytes.append("\n").append(text);
  }
  if (!fits) return too_long(chunk.at, max_bytes_);
  return chunk;
}

bool ReutersReader::looks_like(std::string_view head) {
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return false;
  head.remove_prefix(start);
  return head.starts_with("<!DOCTYPE lewis") || head.starts_with("<REUTERS ");
}

}  // namespace morgue
