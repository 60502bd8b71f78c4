// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/char_class.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "common/text/code_point.h"

namespace morgue {
namespace {

constexpr UChar32 kPunctuationBegin = 0x2000;
constexpr UChar32 kPunctuationEnd = 0x2070;
constexpr CharClass kMidBoth = kMidLetter | kMidNumber;

CharClass class_by_property(UChar32 c) {
  if (u_isUWhiteSpace(c)) return kSpace;
  switch (c) {
    case '&':
    case '+':
    case '#':
    case '@':  // versions of ICU disagree about "@" and ":"; here they always part words
      return kSign;
    case ':':
      return 0;
    default:
      break;
  }
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return u_isUAlphabetic(c) ? kLetter : kHard;
    case U_WB_NUMERIC:
      return u_isdigit(c) ? kDigit : kHard;
    case U_WB_EXTENDNUMLET:
      return kConnector;
    case U_WB_MIDLETTER:
      return kMidLetter;
    case U_WB_MIDNUM:
      return kMidNumber;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return kMidBoth;
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:  // matters between Hebrew letters only, and those are hard
      return 0;
    default:
      return kHard;
  }
}

CharClass full_class(UChar32 c) {
  const CharClass non_ascii = c < 0x80 ? 0 : kNonAscii;
  return static_cast<CharClass>(class_by_property(c) | non_ascii);
}

}  // namespace

CharClassTable::CharClassTable() {
  for (std::size_t c = 0; c < low_.size(); ++c) low_[c] = full_class(static_cast<UChar32>(c));
  for (std::size_t i = 0; i < punctuation_.size(); ++i) {
    punctuation_[i] = full_class(kPunctuationBegin + static_cast<UChar32>(i));
  }
}

CharClass CharClassTable::class_of(std::int32_t c) const {
  const auto index = static_cast<std::size_t>(c);
  if (index < low_.size()) return low_[index];
  if (c >= kPunctuationBegin && c < kPunctuationEnd) return punctuation_[index - kPunctuationBegin];
  const bool space = u_isUWhiteSpace(c);
  return (space ? kSpace : kHard) | kNonAscii;
}

void CharClassTable::classify(std::string_view utf8, std::vector<CharClass>& classes) const {
  classes.resize(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      classes[i++] = low_[byte];
      continue;
    }
    const std::size_t begin = i;
    const CharClass char_class = class_of(next_code_point(utf8, i));
    std::fill(classes.data() + begin, classes.data() + i, char_class);
  }
}

}  // namespace morgue
