// SPDX-License-Identifier: GPL-3.0-or-later
// Walking through a valid UTF-8 text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace morgue {

/// The length of the sequence that begins with `lead`. Precondition: it does begin one.
inline std::uint32_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The code point whose sequence begins at `i`.
inline std::int32_t code_point_at(std::string_view utf8, std::size_t i) {
  const auto lead = static_cast<unsigned char>(utf8[i]);
  const std::uint32_t length = utf8_length(utf8[i]);
  if (length == 1) return lead;
  std::int32_t c = lead & (0x7F >> length);
  for (std::uint32_t k = 1; k < length; ++k) c = (c << 6) | (utf8[i + k] & 0x3F);
  return c;
}

/// The code point at `i`, which moves to the next. Precondition: i < utf8.size().
inline std::int32_t next_code_point(std::string_view utf8, std::size_t& i) {
  const std::int32_t c = code_point_at(utf8, i);
  i += utf8_length(utf8[i]);
  return c;
}

/// Whether a byte is one of a code point's after its first.
inline bool continues_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

/// The code point that ends at `i`, which moves to its front. Precondition: i > 0.
inline std::int32_t previous_code_point(std::string_view utf8, std::size_t& i) {
  do {
    --i;
  } while (continues_code_point(utf8[i]));
  return code_point_at(utf8, i);
}

}  // namespace morgue
