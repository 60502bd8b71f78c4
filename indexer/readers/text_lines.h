// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a text that is at hand as a whole.
#pragma once

#include <algorithm>
#include <string_view>

namespace morgue {

inline constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

/// Without the white space at its ends.
inline std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kWhiteSpace) + 1);
}

/// The line a text begins with, without its end ("\n" or "\r\n"); the text is shortened by it.
inline std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace morgue
