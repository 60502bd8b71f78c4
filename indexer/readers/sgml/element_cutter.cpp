// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/sgml/element_cutter.h"

#include <utility>

namespace morgue::sgml {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\x1a") == std::string_view::npos;
}

}  // namespace

ElementCutter::ElementCutter(std::unique_ptr<ByteSource> source, std::string file,
                             std::string_view name, std::uint64_t max_bytes,
                             std::shared_ptr<const RecordParser> parser)
    : lines_(std::move(source), file, max_bytes),
      file_(std::move(file)),
      name_(name),
      close_("</" + std::string(name) + ">"),
      max_bytes_(max_bytes),
      parser_(std::move(parser)) {}

std::optional<Result<RecordChunk, RecordError>> ElementCutter::next() {
  for (;;) {
    auto line = next_line();
    if (!line) return std::nullopt;
    if (!*line) return std::move(line->error());
    LineSplitter::Line& found = **line;
    if (opens(found.text)) return cut(std::move(found));
    if (is_blank(found.text) || found.text.starts_with("<!DOCTYPE")) continue;
    return problem(found.number, "sgml-stray",
                   "stands outside of any " + std::string(name_) + " element; remove the line");
  }
}

std::optional<Result<LineSplitter::Line, RecordError>> ElementCutter::next_line() {
  if (held_) return *std::exchange(held_, std::nullopt);
  return lines_.next();
}

std::optional<Result<RecordChunk, RecordError>> ElementCutter::cut(LineSplitter::Line first) {
  RecordChunk chunk{{file_, first.number}, std::move(first.text), parser_};
  const auto unclosed = [&] {
    return problem(chunk.at.line, "sgml-unclosed",
                   "has no " + close_ + " before the next story or the end; get a good copy");
  };
  bool fits = true;
  bool closed = chunk.bytes.find(close_) != std::string::npos;
  while (!closed) {
    auto line = lines_.next();
    if (!line) return unclosed();
    if (!*line) return std::move(line->error());
    std::string& text = (*line)->text;
    if (opens(text)) {
      held_ = std::move(**line);
      return unclosed();
    }
    closed = text.find(close_) != std::string::npos;
    fits = fits && chunk.bytes.size() + text.size() < max_bytes_;
    if (fits) chunk.bytes.append("\n").append(text);
  }
  if (!fits) return too_long(chunk.at, max_bytes_);
  return chunk;
}

/// Whether a line begins with <NAME> or <NAME attribute…
bool ElementCutter::opens(std::string_view line) const {
  if (!line.starts_with('<') || !line.substr(1).starts_with(name_)) return false;
  const std::size_t behind = 1 + name_.size();
  return behind == line.size() || line[behind] == '>' || line[behind] == ' ';
}

RecordError ElementCutter::problem(std::uint64_t line, std::string code,
                                   std::string message) const {
  return {{file_, line}, {std::move(code), std::move(message)}};
}

}  // namespace morgue::sgml
