// SPDX-License-Identifier: GPL-3.0-or-later
// What the characters of a text are to a set of rules.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace morgue {

/// A set of bits, which the rules that use them name.
using CharClass = std::uint16_t;

/// The classes of characters by one property, looked up fast for the characters of most news:
/// Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, and general punctuation.
class CharTable {
 public:
  using ClassOf = CharClass (*)(std::int32_t code_point);

  /// `class_of` must give the same at all times.
  explicit CharTable(ClassOf class_of);

  /// Whether a code point is one of those characters.
  static bool covers(std::int32_t code_point);

  /// Replaces `classes` by the class of each byte of a valid UTF-8 text: that of its character.
  void classify(std::string_view utf8, std::vector<CharClass>& classes) const;

 private:
  CharClass find(std::int32_t code_point) const;

  ClassOf class_of_;
  std::array<CharClass, 0x800> low_;         ///< U+0000 to U+07FF: one or two bytes
  std::array<CharClass, 0x70> punctuation_;  ///< U+2000 to U+206F
};

}  // namespace morgue
