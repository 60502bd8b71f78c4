// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8: is it valid, and if not, made so without losing what was written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue {

/// U+FFFD, which stands for what could not be read.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_valid_utf8(std::string_view bytes);

/// The number of code points of a valid UTF-8 text.
std::size_t count_code_points(std::string_view utf8);

struct RepairedText {
  std::string text;          ///< valid UTF-8 without NUL
  std::size_t repaired = 0;  ///< bytes that were not UTF-8, or were NUL
};

/// Bytes that are not UTF-8 are read as Windows-1252 (0xFC becomes "ü"), since that is what they
/// nearly always are in old news files; the five that Windows-1252 leaves undefined become U+FFFD.
/// NUL bytes are dropped. Valid UTF-8 without NUL comes back unchanged, with repaired = 0.
RepairedText repair_utf8(std::string_view bytes);

}  // namespace morgue
