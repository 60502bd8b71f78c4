// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that share as much as a test wants.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "common/index/text_sketch.h"
#include "common/text/analyzer.h"

namespace morgue::test_support {

/// `count` words that no text of another seed has; every tenth is a name.
inline std::string made_text(std::uint32_t seed, std::size_t count, std::size_t from = 0) {
  std::string text;
  for (std::size_t i = from; i < from + count; ++i) {
    text += (i % 10 == 3 ? "Name" : "word") + std::to_string(seed) + "x" + std::to_string(i) + " ";
  }
  // Digits would make marks of all words.
  for (char& c : text) {
    if (c >= '0' && c <= '9') c = static_cast<char>('a' + (c - '0'));
  }
  return text;
}

inline TextSketch sketch(const std::string& body, const std::string& title = "") {
  Analyzer analyzer;
  TokenList title_words;
  TokenList body_words;
  analyzer.analyze(title, title_words);
  analyzer.analyze(body, body_words);
  return sketch_of(title_words.tokens(), body_words.tokens());
}

}  // namespace morgue::test_support
