// SPDX-License-Identifier: GPL-3.0-or-later
// What single characters are, where a rule looks at the shape of a word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace morgue {

enum class LetterKind : unsigned char {
  Capital,  ///< Unicode Lu, Lt
  Small,    ///< Ll, and letters that have no case
  Digit,    ///< Nd
  Mark,     ///< anything else
};

LetterKind kind_of_letter(std::int32_t code_point);

/// The small letter of a capital, and the capital of a small one, by Unicode's simple mapping;
/// anything else as it is.
std::int32_t small_letter(std::int32_t code_point);
std::int32_t capital_letter(std::int32_t code_point);

void append_utf8(std::int32_t code_point, std::string& out);

/// Each letter by small_letter(). Precondition: valid UTF-8.
std::string with_small_letters(std::string_view utf8);

}  // namespace morgue
