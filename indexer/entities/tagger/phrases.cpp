// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/phrases.h"

#include <algorithm>

namespace morgue {

void find_phrases(const Sentence& sentence, const Lexicon& lexicon, PhraseMarks& marks) {
  marks.assign(sentence.size(), 0);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (!sentence[i].capital() && sentence[i].letters != WordCase::Number) continue;
    Hash phrase = Lexicon::kPhraseStart;
    const std::size_t end = std::min(sentence.size(), i + kLongestPhrase);
    for (std::size_t j = i; j < end; ++j) {
      constexpr std::uint8_t kSmallWord = 3;  // "of", "the", "de"
      if (j > i && !sentence[j].capital() && sentence[j].length > kSmallWord) break;
      phrase = combined(phrase, sentence[j].lookup);
      const std::uint32_t lists = sentence[j].capital() ? lexicon.phrase_lists(phrase) : 0;
      for (std::uint32_t rest = lists; rest != 0; rest &= rest - 1) {
        const auto shift = 4U * static_cast<unsigned>(__builtin_ctz(rest));
        if (i == j) {
          marks[i] |= 8ULL << shift;
          continue;
        }
        marks[i] |= 1ULL << shift;
        for (std::size_t x = i + 1; x < j; ++x) marks[x] |= 2ULL << shift;
        marks[j] |= 4ULL << shift;
      }
      if (!lexicon.goes_on(phrase)) break;
    }
  }
}

}  // namespace morgue
