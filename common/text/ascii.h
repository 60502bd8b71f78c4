// SPDX-License-Identifier: GPL-3.0-or-later
// ASCII, where names and marks are of machines and not of languages.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace morgue {

inline bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

constexpr bool is_ascii_digit(char byte) { return '0' <= byte && byte <= '9'; }
constexpr bool is_ascii_lower(char byte) { return 'a' <= byte && byte <= 'z'; }

/// A blank, or one of the bytes that move what is written on: tab, line feed and their kind.
constexpr bool is_ascii_space(char byte) { return byte == ' ' || ('\t' <= byte && byte <= '\r'); }

/// ASCII letters in lower case, all else as it is.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return lower;
}

}  // namespace morgue
