// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/lex_range.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/parse/lex_phrase.h"

namespace morgue {
namespace {

constexpr const char* kExample =
    "ranges are written date:2024-01..2024-03, date:>=2024-01 or "
    "date:[2024-01 TO 2024-03]";

QueryError bad_range(Span span, std::string message, std::string suggestion = kExample) {
  return {"Q111", span, std::move(message), std::move(suggestion)};
}

// One end of a range: nullopt when it is open.
using End = std::optional<std::string>;

Result<End, QueryError> end_of(const Run& run, Span span) {
  if (run.size() == 1 && run.front().is(U'*')) return End();
  if (has_wildcard(run)) return bad_range(span, "the end of a range cannot hold a wildcard");
  return End(text_of(run));
}

Result<End, QueryError> read_end(Cursor& cursor, std::u32string_view stops, Span& span) {
  span = {cursor.at, cursor.at};
  if (quote_family(cursor.typed()) != QuoteFamily::None) {
    auto value = lex_quoted_value(cursor);
    span.end = cursor.at;
    if (!value) return value.error();
    return End(std::move(*value));
  }
  const auto run = read_run(cursor, stops);
  if (!run) return run.error();
  span.end = cursor.at;
  if (run->empty()) return bad_range({span.begin, span.begin}, "a value is missing here");
  return end_of(*run, span);
}

// "a TO b" of a range in brackets, with the spaces around.
std::optional<QueryError> read_both_ends(Cursor& cursor, ast::Range& range) {
  cursor.skip_spaces();
  auto low = read_end(cursor, U"]}", range.low_span);
  if (!low) return low.error();
  cursor.skip_spaces();
  const bool ends_there = cursor.peek(2) == U' ' || cursor.at + 2 >= cursor.text.size();
  const bool has_to = cursor.peek() == U'T' && cursor.peek(1) == U'O' && ends_there;
  if (!has_to) return bad_range({cursor.at, cursor.at}, "TO and the end of the range are missing");
  cursor.at += 2;
  cursor.skip_spaces();
  auto high = read_end(cursor, U"]}", range.high_span);
  if (!high) return high.error();
  cursor.skip_spaces();
  range.low = std::move(*low);
  range.high = std::move(*high);
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> find_range_dots(const Run& run, std::size_t from) {
  for (std::size_t i = from; i < run.size();) {
    std::size_t end = i;
    while (end < run.size() && run[end].is(U'.')) ++end;
    if (end - i == 2) return i;
    i = end + 1;
  }
  return std::nullopt;
}

Result<ast::Range, QueryError> range_of(const Run& run, std::size_t dots, Span span) {
  ast::Range range;
  const auto middle = run.begin() + static_cast<std::ptrdiff_t>(dots);
  const Run low(run.begin(), middle);
  const Run high(middle + 2, run.end());
  range.low_span = {span.begin, middle->at};
  range.high_span = {middle->at + 2, span.end};
  if (low.empty() && high.empty()) {
    return bad_range(span, "a range needs a value right before or after the two dots");
  }
  if (const auto more = find_range_dots(run, dots + 2)) {
    const std::uint32_t at = run[*more].at;
    return bad_range({at, at + 2}, "a range has two ends; these are a third");
  }
  if (!low.empty()) {
    auto end = end_of(low, range.low_span);
    if (!end) return end.error();
    range.low = std::move(*end);
  }
  if (!high.empty()) {
    auto end = end_of(high, range.high_span);
    if (!end) return end.error();
    range.high = std::move(*end);
  }
  if (!range.low && !range.high) return bad_range(span, "a range needs at least one end");
  return range;
}

Result<ast::Range, QueryError> lex_comparison(Cursor& cursor) {
  const std::uint32_t begin = cursor.at;
  const bool greater = cursor.peek() == U'>';
  ++cursor.at;
  const bool included = cursor.peek() == U'=';
  if (included) ++cursor.at;
  const Span sign{begin, cursor.at};
  Span span;
  auto end = read_end(cursor, {}, span);
  if (!end && span.size() == 0) {
    const std::string typed = encode_utf8(cursor.text.substr(begin, sign.size()));
    return bad_range(sign, typed + " needs a value right after it");
  }
  if (!end) return end.error();
  if (!*end) return bad_range({begin, cursor.at}, "a range needs at least one end");
  ast::Range range;
  (greater ? range.low : range.high) = std::move(**end);
  (greater ? range.low_span : range.high_span) = span;
  (greater ? range.low_included : range.high_included) = included;
  return range;
}

Result<ast::Range, QueryError> lex_brackets(Cursor& cursor) {
  const std::uint32_t begin = cursor.at;
  ast::Range range;
  range.low_included = cursor.peek() == U'[';
  ++cursor.at;
  // Whatever is wrong inside, people look for it at the bracket.
  const auto whole = [&](std::string message) {
    return bad_range({begin, std::max(begin + 1, cursor.at)}, std::move(message),
                     std::string(kExample) + "; for the bracket itself write \\[");
  };
  if (auto error = read_both_ends(cursor, range)) {
    return error->code == "Q111" ? whole("not a range: " + error->message) : *std::move(error);
  }
  const char32_t closing = cursor.peek();
  if (closing != U']' && closing != U'}') return whole("this range is never closed");
  ++cursor.at;
  range.high_included = closing == U']';
  if (!range.low && !range.high) return whole("a range needs at least one end");
  if (!range.low) range.low_included = true;  // an open end has nothing to leave out
  if (!range.high) range.high_included = true;
  return range;
}

}  // namespace morgue
