// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/token_view.h"

#include <algorithm>
#include <array>

namespace morgue {
namespace {

constexpr auto kQuotes = std::to_array<std::string_view>(
    {"\"", "'", "``", "''", "“", "”", "‘", "’", "«", "»", "„", "`"});

}  // namespace

TokenView::TokenView(const SurfaceText& text, WordBook& book) : text_(text), book_(book) {
  const auto size = static_cast<std::uint32_t>(text.tokens.size());
  sentence_ = {0, sentences() > 1 ? text.sentence_starts[1] : size};
}

void TokenView::go_to(std::uint32_t token) {
  while (token >= sentence_.end) {
    ++number_;
    const bool last = number_ + 1 >= sentences();
    sentence_ = {sentence_.end, last ? static_cast<std::uint32_t>(text_.tokens.size())
                                     : text_.sentence_starts[number_ + 1]};
  }
}

TokenRange TokenView::line_of(std::uint32_t token) const {
  TokenRange line{token, token + 1};
  while (line.first > sentence_.first && !line_breaks_before(line.first)) --line.first;
  while (line.end < sentence_.end && !line_breaks_before(line.end)) ++line.end;
  return line;
}

bool TokenView::is_quote(std::uint32_t token) const {
  return std::find(kQuotes.begin(), kQuotes.end(), written(token)) != kQuotes.end();
}

bool TokenView::is_possessive(std::uint32_t token) const {
  const std::string_view mark = written(token);
  return mark == "'s" || mark == "’s" || mark == "'S" || mark == "’S" || mark == "'" || mark == "’";
}

bool TokenView::is_glued(std::uint32_t token) const {
  return text_.tokens[token - 1].end == text_.tokens[token].begin;
}

Span TokenView::bytes_of(TokenRange tokens) const {
  return {text_.tokens[tokens.first].begin, text_.tokens[tokens.end - 1].end};
}

bool TokenView::line_breaks_before(std::uint32_t token) const {
  const std::uint32_t gap = text_.tokens[token - 1].end;
  return text_.text.substr(gap, text_.tokens[token].begin - gap).find('\n') !=
         std::string_view::npos;
}

}  // namespace morgue
