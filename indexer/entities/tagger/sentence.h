// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a sentence, and whether its capitals mean anything.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/entities/tagger/word.h"

namespace morgue {

enum class SentenceCase : unsigned char {
  Normal,
  AllCapitals,  ///< most words with letters
  TitleCase,    ///< most longer words begin with a capital
};

struct Sentence {
  std::vector<const TaggerWord*> words;
  SentenceCase letters = SentenceCase::Normal;

  std::size_t size() const { return words.size(); }
  const TaggerWord& operator[](std::size_t i) const { return *words[i]; }
};

/// Fills in `letters`.
void judge_case(Sentence& sentence);

}  // namespace morgue
