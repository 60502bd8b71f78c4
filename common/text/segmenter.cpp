// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/segmenter.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/text/code_point.h"
#include "common/text/sentence_rules.h"

namespace morgue {
namespace {

/// The span without white space at its ends; empty when there is nothing else.
Span trim(std::string_view utf8, Span span) {
  std::size_t begin = span.begin;
  std::size_t end = span.end;
  for (std::size_t next = begin; begin < end; begin = next) {
    if (!u_isUWhiteSpace(next_code_point(utf8, next))) break;
  }
  for (std::size_t before = end; begin < end; end = before) {
    if (!u_isUWhiteSpace(previous_code_point(utf8, before))) break;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

struct Line {
  Span text;              ///< without white space at its ends
  bool indented = false;  ///< whether there was some at its front
};

std::vector<Line> find_lines(std::string_view utf8) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
    const Span line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const Span text = trim(utf8, line);
    lines.push_back({text, text.begin > line.begin});
    begin = end + 1;
  }
  return lines;
}

/// Whether a line without text stands between lines with text.
bool has_blank_line(const std::vector<Line>& lines) {
  bool text_seen = false;
  bool blank_after_text = false;
  for (const Line& line : lines) {
    const bool blank = line.text.size() == 0;
    if (!blank && blank_after_text) return true;
    text_seen = text_seen || !blank;
    blank_after_text = text_seen && blank;
  }
  return false;
}

}  // namespace

std::vector<Span> find_paragraphs(std::string_view utf8) {
  const std::vector<Line> lines = find_lines(utf8);
  const bool by_blank_line = has_blank_line(lines);
  std::vector<Span> paragraphs;
  bool starts = true;
  for (const Line& line : lines) {
    if (line.text.size() == 0) {
      starts = true;
      continue;
    }
    if (starts || (!by_blank_line && line.indented)) {
      paragraphs.push_back(line.text);
    } else {
      paragraphs.back().end = line.text.end;
    }
    starts = false;
  }
  return paragraphs;
}

struct SentenceFinder::Impl {
  SimpleSentences simple;
  IcuSentences icu;
};

SentenceFinder::SentenceFinder() : impl_(std::make_unique<Impl>()) {}
SentenceFinder::~SentenceFinder() = default;
SentenceFinder::SentenceFinder(SentenceFinder&&) noexcept = default;
SentenceFinder& SentenceFinder::operator=(SentenceFinder&&) noexcept = default;

std::vector<Span> SentenceFinder::find(std::string_view paragraph) {
  std::vector<Span> sentences;
  if (!impl_->simple.find(paragraph, sentences)) impl_->icu.find(paragraph, sentences);
  return sentences;
}

}  // namespace morgue
