// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/document_context.h"

#include <algorithm>

namespace morgue {
namespace {

const Hash kIn = hash_of("in");
const Hash kOpenBracket = hash_of("(");
const std::array kOpeners{hash_of("``"), hash_of("\""), hash_of("\xE2\x80\x9C"), hash_of(":")};

void add_neighbour(Hash word, std::array<Hash, kNeighbours>& list, std::uint8_t& count) {
  const auto end = list.begin() + count;
  if (count < kNeighbours && std::find(list.begin(), end, word) == end) list[count++] = word;
}

/// The first word, or the first after an opening mark: its capital may mean nothing.
bool begins_sentence(const Sentence& sentence, std::size_t i) {
  if (i == 0) return true;
  const TaggerWord& before = sentence[i - 1];
  if (before.letters != WordCase::Mark) return false;
  return i == 1 || std::find(kOpeners.begin(), kOpeners.end(), before.small) != kOpeners.end();
}

std::uint16_t marks_before(const Sentence& sentence, std::size_t i) {
  if (i == 0) return 0;
  const TaggerWord& before = sentence[i - 1];
  unsigned marks = 0;
  if ((before.lists & kFirstNames) != 0 && before.capital()) marks |= kAfterFirstName;
  if ((before.lists & kTitles) != 0) marks |= kAfterTitle;
  if (before.small == kIn) marks |= kAfterIn;
  if (before.small == kOpenBracket) marks |= kInBrackets;
  return static_cast<std::uint16_t>(marks);
}

std::uint16_t marks_after(const Sentence& sentence, std::size_t i) {
  if (i + 1 >= sentence.size()) return 0;
  const TaggerWord& after = sentence[i + 1];
  unsigned marks = 0;
  if ((after.lists & kSaying) != 0) marks |= kBeforeSaid;
  if ((after.lists & kOrganisationEnds) != 0) marks |= kBeforeOrganisationEnd;
  return static_cast<std::uint16_t>(marks);
}

std::uint16_t marks_of_run(const Sentence& sentence, std::size_t i) {
  bool before = i > 0 && sentence[i - 1].capital();
  const bool opens = i == 1 && (sentence[0].lists & (kFirstNames | kSurnames)) == 0;
  before = before && !opens;
  const bool after = i + 1 < sentence.size() && sentence[i + 1].capital();
  if (before && after) return kAmongCapitals;
  if (before) return kLastOfCapitals;
  return after ? kFirstOfCapitals : 0;
}

}  // namespace

void DocumentContext::clear() {
  words_.clear();
  labels_.clear();
  around_.clear();
  names_.clear();
}

void DocumentContext::read(const std::vector<Sentence>& sentences) {
  for (const Sentence& sentence : sentences) read(sentence);
}

void DocumentContext::read(const Sentence& sentence) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const TaggerWord& word = sentence[i];
    if (!word.has_letters()) continue;
    WordContext& context = words_.find_or_add(word.small);
    if (!word.capital()) {
      ++context.small;
      continue;
    }
    if (sentence.letters != SentenceCase::Normal) continue;
    const bool first = begins_sentence(sentence, i);
    ++(first ? context.first : context.inside);
    context.marks =
        static_cast<std::uint16_t>(context.marks | marks_before(sentence, i) |
                                   marks_after(sentence, i) | marks_of_run(sentence, i));
    if (i > 0 && !first) {
      add_neighbour(sentence[i - 1].small, context.left, context.left_count);
    }
    if (i + 1 < sentence.size()) {
      add_neighbour(sentence[i + 1].small, context.right, context.right_count);
    }
  }
}

void DocumentContext::read_labels(const std::vector<Sentence>& sentences,
                                  const std::vector<std::vector<Label>>& labels) {
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const Sentence& sentence = sentences[k];
    const std::vector<Label>& given = labels[k];
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      if (sentence[i].capital()) ++labels_.find_or_add(sentence[i].small)[given[i]];
      if (given[i] == kOutside || goes_on(given[i])) continue;
      std::size_t last = i;
      while (is_open(given[last])) ++last;
      const auto kind = static_cast<std::size_t>(kind_of_label(given[i]));
      ++names_.find_or_add(name_hash(sentence, i, last))[kind];
      for (std::size_t x = i; last > i && x <= last; ++x) {
        ++around_.find_or_add(sentence[x].small)[kind];
      }
    }
  }
}

Hash name_hash(const Sentence& sentence, std::size_t first, std::size_t last) {
  Hash hash = 1;
  for (std::size_t i = first; i <= last; ++i) hash = combined(hash, sentence[i].small);
  return hash;
}

}  // namespace morgue
