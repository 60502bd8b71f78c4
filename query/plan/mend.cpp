// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/mend.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "query/parse/code_points.h"

namespace morgue {
namespace {

enum class How {
  Escape,       ///< a backslash before the first character of the span
  EscapeColon,  ///< a backslash before the colon behind the span, a field's name
  Remove,       ///< the span goes
};

struct Row {
  std::string_view code;
  How how;
};

constexpr std::array kRows{
    Row{"Q101", How::Escape},      Row{"Q102", How::Escape}, Row{"Q103", How::Escape},
    Row{"Q104", How::EscapeColon}, Row{"Q105", How::Escape}, Row{"Q109", How::Remove},
    Row{"Q111", How::Escape},      Row{"Q113", How::Escape}, Row{"Q114", How::Remove},
    Row{"Q116", How::Escape},      Row{"Q117", How::Remove}, Row{"Q119", How::Remove},
    Row{"Q120", How::Remove},      Row{"Q127", How::Remove}, Row{"Q128", How::Remove},
    Row{"Q129", How::Escape},
};

bool is_sign(char32_t point) { return point < 0x80 && !is_ascii_letter(point) && !is_digit(point); }

}  // namespace

std::optional<Mended> mend(const std::string& text, const QueryError& error) {
  const auto row = std::find_if(kRows.begin(), kRows.end(),
                                [&](const Row& candidate) { return candidate.code == error.code; });
  if (row == kRows.end()) return std::nullopt;
  std::u32string points = decode_utf8(text).points;
  const auto size = static_cast<std::uint32_t>(points.size());
  const std::uint32_t begin = std::min(error.span.begin, size);
  const std::uint32_t end = std::clamp(error.span.end, begin, size);
  if (begin == end) return std::nullopt;
  // A sign of its own says nothing as text: "Morena &".
  const bool only_signs = std::all_of(points.begin() + begin, points.begin() + end, is_sign);
  const bool drops =
      row->how == How::Remove || (row->how == How::Escape && only_signs && error.code != "Q101");
  if (drops) {
    points.replace(begin, end - begin, 1, U' ');
    return Mended{encode_utf8(points), "nothing"};
  }
  const std::uint32_t at = row->how == How::EscapeColon ? end : begin;
  if (at >= size) return std::nullopt;
  points.insert(points.begin() + at, U'\\');
  return Mended{encode_utf8(points), "text"};
}

}  // namespace morgue
