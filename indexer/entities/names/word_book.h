// SPDX-License-Identifier: GPL-3.0-or-later
// The written words that have been looked at, each looked up once.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/names/first_names.h"
#include "indexer/entities/names/name_word.h"

namespace morgue {

/// Gives each written word a number and what the rules know of it. It outlives articles, for news
/// repeats its words: folding and tables are asked once a word, not once a mention.
/// Single-threaded.
class WordBook {
 public:
  /// `first_names` must outlive the book.
  explicit WordBook(const FirstNames& first_names);

  /// Precondition: `written` is valid UTF-8 and not empty.
  WordId find_or_add(std::string_view written);
  const NameWord& operator[](WordId word) const { return words_[word]; }

  /// Spellings have numbers below this; 0 is none's.
  std::size_t spellings() const { return spellings_.size() + 1; }

  /// Forgets everything once there is very much of it; numbers and views are then void.
  void forget_if_large();

 private:
  NameWord read(std::string_view written);
  SpellingId spelling_of(std::string_view letters);
  std::string_view keep(std::string text);
  void set_letters(NameWord& word);
  void set_case(NameWord& word) const;

  const FirstNames* first_names_;
  std::vector<NameWord> words_;
  std::deque<std::string> texts_;  ///< what views point into
  std::unordered_map<std::string_view, WordId> by_writing_;
  std::unordered_map<std::string_view, SpellingId> spellings_;
};

/// Hash of letters as NameWord has it.
LettersHash letters_hash(std::string_view letters);

/// Folded text without marks and spaces: only letters and digits, "us" of "U.S.".
std::string letters_of(std::string_view utf8);

}  // namespace morgue
