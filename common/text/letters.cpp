// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "common/text/code_point.h"

namespace morgue {

LetterKind kind_of_letter(std::int32_t code_point) {
  switch (u_charType(code_point)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return LetterKind::Capital;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
      return LetterKind::Small;
    case U_DECIMAL_DIGIT_NUMBER:
      return LetterKind::Digit;
    default:
      return LetterKind::Mark;
  }
}

std::int32_t small_letter(std::int32_t code_point) { return u_tolower(code_point); }

std::int32_t capital_letter(std::int32_t code_point) { return u_toupper(code_point); }

void append_utf8(std::int32_t code_point, std::string& out) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  out.append(bytes, static_cast<std::size_t>(length));
}

std::string with_small_letters(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();)
    append_utf8(small_letter(next_code_point(utf8, i)), out);
  return out;
}

}  // namespace morgue
