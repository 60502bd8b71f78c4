// SPDX-License-Identifier: GPL-3.0-or-later
// What the characters of a text are to the word rules.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace morgue {

/// A set of the bits below; 0 is a character that only parts words.
using CharClass = std::uint16_t;

inline constexpr CharClass kLetter = 1;
inline constexpr CharClass kDigit = 2;
inline constexpr CharClass kConnector = 4;   ///< "_", which joins letters and digits alike
inline constexpr CharClass kMidLetter = 8;   ///< joins two letters: ' . and the like
inline constexpr CharClass kMidNumber = 16;  ///< joins two digits: , . ' and the like
inline constexpr CharClass kSpace = 32;      ///< white space of any width, also no-break
inline constexpr CharClass kHard = 64;       ///< anything that only ICU's rules can judge
inline constexpr CharClass kNonAscii = 128;
inline constexpr CharClass kSign = 256;  ///< & + # @, which tailoring may make part of a word

/// The classes of Latin, Greek, Cyrillic, Armenian, Arabic, and general punctuation, taken from
/// ICU's own word break property; all other characters are kHard.
class CharClassTable {
 public:
  CharClassTable();

  /// Replaces `classes` by the class of each byte of a valid UTF-8 text: that of its character.
  void classify(std::string_view utf8, std::vector<CharClass>& classes) const;

 private:
  CharClass class_of(std::int32_t c) const;

  std::array<CharClass, 0x800> low_;         ///< U+0000 to U+07FF: one or two bytes
  std::array<CharClass, 0x70> punctuation_;  ///< U+2000 to U+206F
};

}  // namespace morgue
