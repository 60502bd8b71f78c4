// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/acronym.h"

#include <algorithm>

#include "common/text/code_point.h"

namespace morgue {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 8;
constexpr std::size_t kShortestBlend = 4;
constexpr std::size_t kLongestBlend = 12;
constexpr std::size_t kLongestSyllable = 5;

std::string_view first_letter(const NameWord& word) {
  return word.letters.substr(0, utf8_length(word.letters.front()));
}

/// The letters that a word gives to an acronym: all of "U.S.", the first of others.
std::string_view initial_of(const NameWord& word) {
  return word.initials && word.letters.size() <= 3 ? word.letters : first_letter(word);
}

/// The letter after the hyphen of "Co-operation", or none.
std::string second_half(const NameWord& word) {
  const std::size_t hyphen = word.written.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= word.written.size()) return {};
  return letters_of(word.written.substr(hyphen + 1, utf8_length(word.written[hyphen + 1])));
}

bool can_abbreviate(const NameWord& acronym, std::span<const NamePart> words,
                    const WordBook& book) {
  std::size_t found = 0;
  bool begins = true;
  for (const NamePart part : words) {
    const NameWord& word = book[part.word];
    if (begins && !word.letters.empty() && !word.is(kArticle)) {
      if (word.letters.front() != acronym.letters.front()) return false;
      begins = false;
    }
    if (begins) continue;
    for (const char letter : word.letters) {
      if (found < acronym.letters.size() && letter == acronym.letters[found]) ++found;
    }
  }
  return found == acronym.letters.size();
}

/// Whether letters are beginnings of words of a name, in its order; of the first one, too.
bool blends(std::string_view letters, std::span<const NamePart> words, const WordBook& book,
            bool first) {
  if (letters.empty()) return true;
  if (words.empty()) return false;
  const std::string_view word = book[words.front().word].letters;
  const std::size_t most = std::min({word.size(), letters.size(), kLongestSyllable});
  for (std::size_t size = 0; size <= most; ++size) {
    if (size > 0 && word[size - 1] != letters[size - 1]) break;
    if (first && size == 0) continue;
    if (blends(letters.substr(size), words.subspan(1), book, false)) return true;
  }
  return false;
}

}  // namespace

bool can_be_acronym(std::span<const NamePart> words, const WordBook& book) {
  if (words.size() != 1) return false;
  const NameWord& word = book[words.front().word];
  if (word.letters.size() < kShortest || word.letters.size() > kLongest) return false;
  const auto capitals = std::count_if(word.written.begin(), word.written.end(),
                                      [](char c) { return c >= 'A' && c <= 'Z'; });
  return word.shouted || capitals >= 2;
}

void Acronyms::make(std::span<const NamePart> words, const WordBook& book) {
  hashes_.clear();
  all_.clear();
  full_words_.clear();
  halves_.clear();
  without_country_.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const NameWord& word = book[words[i].word];
    if (word.letters.empty()) continue;
    const std::string_view initial = initial_of(word);
    all_ += initial;
    if (word.is(kLinkWord) && !word.capitalised) continue;
    full_words_ += initial;
    halves_ += initial;
    halves_ += second_half(word);
    if (i > 0 || !word.is(kCountryPrefix)) without_country_ += initial;
  }
  for (const std::string* letters : {&full_words_, &all_, &halves_, &without_country_})
    add(*letters);
}

void Acronyms::add(const std::string& letters) {
  if (letters.size() < kShortest || letters.size() > kLongest) return;
  const std::uint64_t hash = letters_hash(letters).value;
  if (std::find(hashes_.begin(), hashes_.end(), hash) == hashes_.end()) hashes_.push_back(hash);
}

bool can_stand_for(std::span<const NamePart> word, std::span<const NamePart> name,
                   const WordBook& book) {
  if (word.size() != 1 || name.size() < 2) return false;
  const NameWord& short_name = book[word.front().word];
  if (can_be_acronym(word, book)) return can_abbreviate(short_name, name, book);
  const std::size_t letters = short_name.letters.size();
  return short_name.capitalised && letters >= kShortestBlend && letters <= kLongestBlend &&
         blends(short_name.letters, name, book, true);
}

}  // namespace morgue
