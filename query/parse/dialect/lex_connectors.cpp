// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/lex_connectors.h"

#include <utility>

#include "query/parse/code_points.h"
#include "query/parse/run.h"

namespace morgue::dialect {

Result<std::vector<Token>, QueryError> ConnectorLexer::read() {
  for (begin_ = skip_spaces(0); begin_ < end_of_text(); begin_ = skip_spaces(begin_)) {
    if (auto error = read_token()) return *std::move(error);
  }
  push(Token::Kind::End, end_of_text());
  return std::move(tokens_);
}

Failure ConnectorLexer::read_token() {
  const char sign = shadow_[begin_];
  if (opening().find(sign) != std::string_view::npos) {
    push(Token::Kind::Open, begin_ + 1);
    return std::nullopt;
  }
  if (closing().find(sign) != std::string_view::npos) {
    push(Token::Kind::Close, begin_ + 1);
    return std::nullopt;
  }
  if (quote_family(text_[begin_]) != QuoteFamily::None) return read_quoted();
  return read_word();
}

// Inside quotes there are words, truncated or not, and no connectors.
Failure ConnectorLexer::read_quoted() {
  const QuoteFamily family = quote_family(text_[begin_]);
  std::uint32_t end = begin_ + 1;
  while (end < end_of_text() && quote_family(text_[end]) != family) ++end;
  if (end == end_of_text()) {
    return QueryError{
        "Q101", {begin_, begin_ + 1}, "this quote is never closed", try_with(text_, U"\"")};
  }
  std::vector<NodePtr> words;
  for (std::uint32_t at = skip_spaces(begin_ + 1); at < end; at = skip_spaces(at)) {
    std::uint32_t word_end = at;
    while (word_end < end && shadow_[word_end] != ' ') ++word_end;
    auto word = make_word({at, word_end});
    if (!word) return word.error();
    words.push_back(std::move(*word));
    at = word_end;
  }
  const Span quotes{begin_, end + 1};
  if (words.empty()) {
    return QueryError{"Q119", quotes, "there is nothing between these quotes", ""};
  }
  push_operand(in_quotes(std::move(words), quotes), quotes.end);
  return std::nullopt;
}

std::uint32_t ConnectorLexer::find_word_end(std::uint32_t from) const {
  std::uint32_t end = from;
  while (end < end_of_text() && shadow_[end] != ' ' &&
         opening().find(shadow_[end]) == std::string_view::npos &&
         closing().find(shadow_[end]) == std::string_view::npos &&
         quote_family(text_[end]) == QuoteFamily::None) {
    ++end;
  }
  return end;
}

std::uint32_t ConnectorLexer::skip_spaces(std::uint32_t from) const {
  while (from < end_of_text() && shadow_[from] == ' ') ++from;
  return from;
}

std::string ConnectorLexer::typed(Span span) const {
  return encode_utf8(text_.substr(span.begin, span.size()));
}

Token& ConnectorLexer::push(Token::Kind kind, std::uint32_t end) {
  Token token;
  token.kind = kind;
  token.span = {begin_, end};
  token.text = typed(token.span);
  tokens_.push_back(std::move(token));
  begin_ = end;
  return tokens_.back();
}

void ConnectorLexer::push_operand(NodePtr node, std::uint32_t end) {
  push(Token::Kind::Operand, end).node = std::move(node);
}

void ConnectorLexer::push_connector(Connector connector, std::uint32_t end) {
  push(Token::Kind::Connector, end).connector = connector;
}

Failure ConnectorLexer::push_word(Span span) {
  auto word = make_word(span);
  if (!word) return word.error();
  push_operand(std::move(*word), span.end);
  return std::nullopt;
}

void ConnectorLexer::note_date(const TypedDate& date, Span span) {
  if (!date.doubtful) return;
  notes_.add("N104", "the date " + typed(span) + " was read as " + date.iso +
                         "; written year-month-day it is without doubt");
}

std::optional<std::uint32_t> number_behind(std::string_view text, std::string_view name) {
  if (!text.starts_with(name)) return std::nullopt;
  return read_count(text.substr(name.size()));
}

}  // namespace morgue::dialect
