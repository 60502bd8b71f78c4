// SPDX-License-Identifier: GPL-3.0-or-later
// Code points as UTF-8, for tests that go through all of Unicode.
#pragma once

#include <string>

namespace morgue {

inline constexpr char32_t kLastCodePoint = 0x10FFFF;

inline bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

inline std::string encode_utf8(char32_t c) {
  const auto continuation = [&](int shift) {
    return static_cast<char>(0x80 | ((c >> shift) & 63));
  };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | (c >> 6)), continuation(0)};
  if (c < 0x10000) {
    return {static_cast<char>(0xE0 | (c >> 12)), continuation(6), continuation(0)};
  }
  return {static_cast<char>(0xF0 | (c >> 18)), continuation(12), continuation(6), continuation(0)};
}

}  // namespace morgue
