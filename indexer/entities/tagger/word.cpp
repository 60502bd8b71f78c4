// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/word.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/code_point.h"
#include "common/text/letters.h"

namespace morgue {
namespace {

constexpr std::size_t kMostWords = 60'000;  ///< about 12 MB

char letter_of_shape(LetterKind kind, std::int32_t code_point) {
  switch (kind) {
    case LetterKind::Capital:
      return 'X';
    case LetterKind::Small:
      return 'x';
    case LetterKind::Digit:
      return 'd';
    case LetterKind::Mark:
      break;
  }
  return code_point < 0x80 ? static_cast<char>(code_point) : '?';
}

struct Letters {
  std::vector<std::string> small;  ///< of each code point, digits as 0
  std::string shape, short_shape;
  std::size_t capitals = 0, smalls = 0, digits = 0;
  bool capital_first = false;
};

Letters look_at(std::string_view written) {
  Letters letters;
  for (std::size_t i = 0; i < written.size();) {
    const bool first = i == 0;
    const std::int32_t c = next_code_point(written, i);
    const LetterKind kind = kind_of_letter(c);
    if (kind == LetterKind::Capital) ++letters.capitals;
    if (kind == LetterKind::Small) ++letters.smalls;
    if (kind == LetterKind::Digit) ++letters.digits;
    if (first) letters.capital_first = kind == LetterKind::Capital;
    std::string small;
    append_utf8(kind == LetterKind::Digit ? '0' : small_letter(c), small);
    letters.small.push_back(std::move(small));
    const char mark = letter_of_shape(kind, c);
    const std::string& shape = letters.shape;
    const bool fourth = shape.size() >= 3 && shape.back() == mark &&
                        shape[shape.size() - 2] == mark && shape[shape.size() - 3] == mark;
    if (!fourth) letters.shape += mark;
    if (letters.short_shape.empty() || letters.short_shape.back() != mark) {
      letters.short_shape += mark;
    }
  }
  return letters;
}

WordCase case_of(const Letters& letters) {
  if (letters.capitals == 0 && letters.smalls == 0) {
    return letters.digits > 0 ? WordCase::Number : WordCase::Mark;
  }
  if (letters.capitals == 0) return WordCase::Small;
  if (letters.smalls == 0) {
    return letters.capitals == 1 ? WordCase::SingleCapital : WordCase::AllCapitals;
  }
  if (!letters.capital_first) return WordCase::CapitalInside;
  return letters.capitals == 1 ? WordCase::Initial : WordCase::Mixed;
}

std::string with_digits_as_0(std::string_view written) {
  std::string out(written);
  for (char& c : out) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return out;
}

/// Clusters are of words as they are mostly written: of one in capitals, those of its other ways.
const Lexicon::Clusters* find_clusters(std::string_view written, const Letters& letters,
                                       const std::string& small, WordCase how,
                                       const Lexicon& lexicon) {
  if (const auto* found = lexicon.clusters(hash_of(with_digits_as_0(written)))) return found;
  if (how == WordCase::AllCapitals) {
    const std::size_t first = utf8_length(written[0]);
    std::string title(written.substr(0, first));
    for (std::size_t i = 1; i < letters.small.size(); ++i) title += letters.small[i];
    if (const auto* found = lexicon.clusters(hash_of(title))) return found;
  }
  const bool capital =
      how == WordCase::AllCapitals || how == WordCase::Initial || how == WordCase::Mixed;
  return capital ? lexicon.clusters(hash_of(small)) : nullptr;
}

}  // namespace

TaggerWord make_word(std::string_view written, const Lexicon& lexicon) {
  const Letters letters = look_at(written);
  std::string small;
  for (const std::string& letter : letters.small) small += letter;
  TaggerWord word;
  word.written = hash_of(written);
  word.small = hash_of(small);
  word.lookup = hash_of(with_small_letters(written));
  word.shape = hash_of(letters.shape);
  word.short_shape = hash_of(letters.short_shape);
  word.letters = case_of(letters);
  word.length = static_cast<std::uint8_t>(std::min<std::size_t>(letters.small.size(), 255));
  std::string start;
  std::string end;
  for (std::size_t i = 0; i < std::min<std::size_t>(4, letters.small.size()); ++i) {
    start += letters.small[i];
    end = letters.small[letters.small.size() - 1 - i] + end;
    word.starts[i] = hash_of(start);
    word.ends[i] = hash_of(end);
    word.affixes = static_cast<std::uint8_t>(i + 1);
  }
  const Lexicon::Word known = lexicon.word(word.lookup);
  word.lists = known.lists;
  word.capital_ratio = known.capital_ratio;
  if (const auto* clusters = find_clusters(written, letters, small, word.letters, lexicon)) {
    word.clusters = *clusters;
  }
  return word;
}

const TaggerWord* WordCache::find(std::string_view written) {
  const TaggerWord*& known = known_.find_or_add(hash_of(written));
  if (known == nullptr) known = &words_.emplace_back(make_word(written, lexicon_));
  return known;
}

void WordCache::forget_some() {
  if (words_.size() < kMostWords) return;
  known_.clear();
  words_.clear();
}

}  // namespace morgue
