// SPDX-License-Identifier: GPL-3.0-or-later
// Words by ICU's root rules, before any tailoring.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "common/text/char_table.h"

namespace morgue {

// What a character is to the word rules; 0 is one that only parts words.
inline constexpr CharClass kLetter = 1;
inline constexpr CharClass kDigit = 2;
inline constexpr CharClass kConnector = 4;   ///< "_", which joins letters and digits alike
inline constexpr CharClass kMidLetter = 8;   ///< joins two letters: ' . and the like
inline constexpr CharClass kMidNumber = 16;  ///< joins two digits: , . ' and the like
inline constexpr CharClass kSpace = 32;      ///< white space of any width, also no-break
inline constexpr CharClass kSign = 64;       ///< & + # @, which tailoring may make part of a word
inline constexpr CharClass kNonAscii = 128;
inline constexpr CharClass kHard = 256;  ///< anything that only ICU's rules can judge

/// The class of a character, by ICU's own word break property.
CharClass word_class(std::int32_t code_point);

/// Appends the words of `chunk`, a part of the classified text without white space and kHard
/// characters. The rules of word breaks (UAX #29) come down to few for such text.
void find_simple_words(std::string_view text, const std::vector<CharClass>& classes, Span chunk,
                       std::vector<Span>& words);

/// Finds words by ICU itself. Single-threaded; reuse it.
class IcuWordFinder {
 public:
  IcuWordFinder();
  ~IcuWordFinder();
  IcuWordFinder(IcuWordFinder&&) noexcept;
  IcuWordFinder& operator=(IcuWordFinder&&) noexcept;

  /// Appends the words of `chunk`, a part of the text without white space.
  void find(std::string_view text, Span chunk, std::vector<Span>& words);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
