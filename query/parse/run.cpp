// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/run.h"

#include <algorithm>

namespace morgue {
namespace {

bool parts_words(char32_t point) {
  return point == U' ' || point == U'(' || point == U')' || point == U'|' ||
         quote_family(point) != QuoteFamily::None;
}

// "AT&T" is a word; "a & b", "a &b" and "a&&b" hold an operator.
bool is_and_sign(const Cursor& cursor) {
  const bool last = cursor.at + 1 == cursor.text.size();
  return last || cursor.peek(1) == U'&' || parts_words(cursor.peek(1));
}

bool ends_run(const Cursor& cursor, std::u32string_view stops) {
  const char32_t point = cursor.peek();
  std::size_t size = 0;
  return parts_words(point) || stops.find(point) != stops.npos ||
         (point == U'&' && is_and_sign(cursor)) || is_suffix_operator(cursor, size);
}

bool ends_with_scheme(const Run& run) {
  const std::size_t n = run.size();
  return n >= 3 && run[n - 1].is(U'/') && run[n - 2].is(U'/') && run[n - 3].is(U':');
}

}  // namespace

Result<Run, QueryError> read_run(Cursor& cursor, std::u32string_view stops) {
  Run run;
  bool in_address = false;
  while (!cursor.at_end() && !ends_run(cursor, stops)) {
    const char32_t point = cursor.peek();
    if (point == U'\\') {
      auto letter = read_escape(cursor);
      if (!letter) return letter.error();
      run.push_back(*letter);
      continue;
    }
    const bool literal = in_address && (point == U'?' || point == U'.');
    run.push_back({point, literal, cursor.at++});
    in_address = in_address || ends_with_scheme(run);
  }
  return run;
}

bool is_suffix_operator(const Cursor& cursor, std::size_t& size) {
  const char32_t sign = cursor.peek();
  if (sign != U'~' && sign != U'^') return false;
  size = 1;
  while (is_digit(cursor.peek(size)) || (sign == U'^' && cursor.peek(size) == U'.')) ++size;
  if (cursor.at + size >= cursor.text.size()) return true;
  const char32_t next = cursor.peek(size);
  return parts_words(next) || next == U'~' || next == U'^';
}

Result<Letter, QueryError> read_escape(Cursor& cursor) {
  const std::uint32_t at = cursor.at++;
  if (cursor.at_end()) {
    return QueryError{"Q117",
                      {at, at + 1},
                      "this backslash has nothing to escape",
                      "for the backslash itself write two: \\\\"};
  }
  const char32_t point = cursor.peek() == U' ' ? U' ' : cursor.typed();
  ++cursor.at;
  return Letter{point, true, at};
}

bool has_literal(const Run& run) {
  return std::any_of(run.begin(), run.end(), [](const Letter& l) { return l.literal; });
}

bool has_wildcard(const Run& run) {
  return std::any_of(run.begin(), run.end(),
                     [](const Letter& l) { return l.is(U'*') || l.is(U'?'); });
}

std::string text_of(const Run& run) {
  std::string text;
  for (const Letter& letter : run) append_utf8(text, letter.point);
  return text;
}

std::string pattern_of(const Run& run) {
  std::string pattern;
  const Letter* previous = nullptr;
  for (const Letter& letter : run) {
    const bool sign = letter.point == U'*' || letter.point == U'?';
    const bool repeated = letter.is(U'*') && previous != nullptr && previous->is(U'*');
    previous = &letter;
    if (repeated) continue;
    if (letter.point == U'\\' || (sign && letter.literal)) pattern.push_back('\\');
    append_utf8(pattern, letter.point);
  }
  return pattern;
}

std::string try_with(std::u32string_view query, std::u32string_view closing) {
  constexpr std::size_t kLongest = 72;
  const bool one_line =
      std::none_of(query.begin(), query.end(), [](char32_t c) { return c < 0x20; });
  if (query.size() > kLongest || !one_line) return {};
  while (!query.empty() && plain_form(query.back()) == U' ') query.remove_suffix(1);
  return "try: " + encode_utf8(query) + encode_utf8(closing);
}

}  // namespace morgue
