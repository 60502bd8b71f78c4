// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/lex_suffix.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "query/parse/run.h"

namespace morgue {

std::optional<ast::Regex> lex_regex(Cursor& cursor) {
  Cursor ahead = cursor;
  std::string pattern;
  for (++ahead.at; !ahead.at_end() && ahead.peek() != U' ' && ahead.typed() != U'/'; ++ahead.at) {
    const bool escape = ahead.typed() == U'\\' && ahead.at + 1 < ahead.text.size();
    if (escape && ahead.typed(1) == U'/') ++ahead.at;
    append_utf8(pattern, ahead.typed());
    if (escape && ahead.typed() == U'\\') append_utf8(pattern, ahead.text[++ahead.at]);
  }
  if (ahead.typed() != U'/' || pattern.empty()) return std::nullopt;
  ++ahead.at;
  std::size_t size = 0;
  const bool ends = ahead.at_end() || ahead.peek() == U' ' || ahead.peek() == U')' ||
                    is_suffix_operator(ahead, size);
  if (!ends) return std::nullopt;
  cursor = ahead;
  return ast::Regex{std::move(pattern)};
}

std::optional<std::uint32_t> read_digits(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  std::uint32_t value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  const bool number = read.ec == std::errc() && read.ptr == end;
  return number && text.size() <= kMostDigits ? std::optional(value) : std::nullopt;
}

std::optional<std::uint32_t> read_thousandths(std::string_view text) {
  constexpr std::uint32_t kLargest = 1'000'000;
  const std::size_t dot = std::min(text.find('.'), text.size());
  std::string decimals(text.substr(std::min(dot + 1, text.size())));
  const bool some_digit = dot > 0 || !decimals.empty();
  if (!some_digit || decimals.size() > 3) return std::nullopt;
  decimals.resize(3, '0');
  const auto value = read_digits(std::string(text.substr(0, dot)) + decimals);
  return value && *value >= 1 && *value <= kLargest ? value : std::nullopt;
}

}  // namespace morgue
