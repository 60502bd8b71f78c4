// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/sentence.h"

namespace morgue {
namespace {

bool is_all_capitals(const Sentence& sentence) {
  std::size_t capitals = 0;
  std::size_t others = 0;
  for (const TaggerWord* word : sentence.words) {
    const bool all =
        word->letters == WordCase::AllCapitals || word->letters == WordCase::SingleCapital;
    if (all) {
      ++capitals;
    } else if (word->has_letters()) {
      ++others;
    }
  }
  return capitals >= 2 && capitals >= 3 * others;
}

bool is_title_case(const Sentence& sentence) {
  constexpr std::uint8_t kLongWord = 4;
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (std::size_t i = 1; i < sentence.size(); ++i) {
    if (sentence[i].capital()) {
      ++capitals;
    } else if (sentence[i].letters == WordCase::Small && sentence[i].length >= kLongWord) {
      ++small;
    }
  }
  return capitals >= 3 && capitals >= 4 * small;
}

}  // namespace

void judge_case(Sentence& sentence) {
  sentence.letters = is_all_capitals(sentence) ? SentenceCase::AllCapitals
                     : is_title_case(sentence) ? SentenceCase::TitleCase
                                               : SentenceCase::Normal;
}

}  // namespace morgue
