// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of pieces that end, continue or confuse sentences and paragraphs.
#pragma once

#include <numeric>
#include <string>
#include <vector>

#include <rapidcheck.h>

namespace morgue {

inline rc::Gen<std::string> nasty_sentences() {
  constexpr int kLongest = 500;
  const std::vector<std::string> pieces = {
      "a",      "B",      "1",      " ",      "\n",     "\n\n",   "\r\n",   ".",
      ".",      "?",      "!",      ",",      "\"",     "(",      ")",      "'",
      "-",      "\u00E9", "\u00C9", "\u2019", "\u201D", "\u2026", "\u2014", "\u00A0",
      "\u2024", "\u203C", "\u2028", "\u2029", "\u0085", "\u05D0", "\u0627", "\u061F",
      "\u0660", "\u01C5", "\u0301", "\u00AD", "\u4E2D", "\u3002", "\u0966", "\u0964"};
  // Marks and rare scripts, at the end of the list, send a text to ICU: half of the texts lack
  // them.
  const std::vector<std::string> simple(pieces.begin(), pieces.end() - 6);
  const auto text_of = [](const std::vector<std::string>& choice) {
    const auto chosen = rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(choice));
    return rc::gen::map(rc::gen::resize(kLongest, chosen), [](const auto& some) {
      return std::accumulate(some.begin(), some.end(), std::string());
    });
  };
  return rc::gen::oneOf(text_of(simple), text_of(pieces));
}

}  // namespace morgue
