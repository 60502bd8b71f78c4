// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/pattern.h"

#include <cstddef>

namespace morgue {
namespace {

/// Bytes of the code point that begins with `lead`.
std::size_t code_point_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
}

}  // namespace

std::string literal_start(std::string_view pattern) {
  std::string start;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '*' || pattern[i] == '?') break;
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    start += pattern[i];
  }
  return start;
}

bool matches_pattern(std::string_view pattern, std::string_view word) {
  // The last star and where the word stood then: on a mismatch the star takes one letter more.
  std::size_t p = 0;
  std::size_t w = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_word = 0;
  while (w < word.size()) {
    const char c = p < pattern.size() ? pattern[p] : '\0';
    const bool escaped = c == '\\' && p + 1 < pattern.size();
    if (p < pattern.size() && c == '*') {
      star = p++;
      star_word = w;
    } else if (p < pattern.size() && c == '?') {
      ++p;
      w += code_point_bytes(word[w]);
    } else if (p < pattern.size() && (escaped ? pattern[p + 1] : c) == word[w]) {
      p += escaped ? 2 : 1;
      ++w;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      star_word += code_point_bytes(word[star_word]);
      w = star_word;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace morgue
