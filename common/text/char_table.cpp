// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/char_table.h"

#include <algorithm>

#include "common/text/code_point.h"

namespace morgue {
namespace {

constexpr std::int32_t kLowEnd = 0x800;
constexpr std::int32_t kPunctuationBegin = 0x2000;
constexpr std::int32_t kPunctuationEnd = 0x2070;

}  // namespace

CharTable::CharTable(ClassOf class_of) : class_of_(class_of) {
  for (std::int32_t c = 0; c < kLowEnd; ++c) low_[static_cast<std::size_t>(c)] = class_of(c);
  for (std::int32_t c = kPunctuationBegin; c < kPunctuationEnd; ++c) {
    punctuation_[static_cast<std::size_t>(c - kPunctuationBegin)] = class_of(c);
  }
}

bool CharTable::covers(std::int32_t code_point) {
  return code_point < kLowEnd || (code_point >= kPunctuationBegin && code_point < kPunctuationEnd);
}

CharClass CharTable::find(std::int32_t code_point) const {
  if (code_point < kLowEnd) return low_[static_cast<std::size_t>(code_point)];
  if (!covers(code_point)) return class_of_(code_point);
  return punctuation_[static_cast<std::size_t>(code_point - kPunctuationBegin)];
}

void CharTable::classify(std::string_view utf8, std::vector<CharClass>& classes) const {
  classes.resize(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      classes[i++] = low_[byte];
      continue;
    }
    const std::size_t begin = i;
    const CharClass char_class = find(next_code_point(utf8, i));
    std::fill(classes.data() + begin, classes.data() + i, char_class);
  }
}

}  // namespace morgue
