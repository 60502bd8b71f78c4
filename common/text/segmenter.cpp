// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/segmenter.h"

#include <algorithm>
#include <cassert>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "common/text/code_point.h"

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

/// The text with each line or paragraph separator as a space of the same length, so that byte
/// positions stay. ICU would end a sentence there.
std::string join_lines(std::string_view utf8) {
  struct Separator {
    std::string_view from;
    std::string_view to;
  };
  constexpr Separator kWide[] = {{"\u0085", "\u00A0"}, {"\u2028", "\u2003"}, {"\u2029", "\u2003"}};
  std::string joined(utf8);
  for (char& c : joined) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  for (const auto& [from, to] : kWide) {
    for (auto at = joined.find(from); at != std::string::npos; at = joined.find(from, at)) {
      joined.replace(at, from.size(), to);
    }
  }
  return joined;
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
  Impl() {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    assert(U_SUCCESS(status) && "ICU holds the root rules in its own library");
  }
  ~Impl() { utext_close(&utext); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::vector<Span> find(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator->setText(&utext, status);
    assert(U_SUCCESS(status) && "a UTF-8 text can always be opened");
    std::vector<Span> sentences;
    auto begin = static_cast<std::uint32_t>(iterator->first());
    for (auto end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
      sentences.push_back({begin, static_cast<std::uint32_t>(end)});
      begin = sentences.back().end;
    }
    return sentences;
  }

  std::unique_ptr<icu::BreakIterator> iterator;
  UText utext = UTEXT_INITIALIZER;
};

SentenceFinder::SentenceFinder() : impl_(std::make_unique<Impl>()) {}
SentenceFinder::~SentenceFinder() = default;
SentenceFinder::SentenceFinder(SentenceFinder&&) noexcept = default;
SentenceFinder& SentenceFinder::operator=(SentenceFinder&&) noexcept = default;

std::vector<Span> SentenceFinder::find(std::string_view paragraph) {
  return impl_->find(join_lines(paragraph));
}

}  // namespace morgue
