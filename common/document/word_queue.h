// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a text on their way to their numbers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/document/occurrences.h"
#include "common/document/term_table.h"
#include "common/text/arena.h"

namespace morgue {

/// Looks words up together, for the table waits for memory at every single one. Reuse it.
class WordQueue {
 public:
  /// The bytes of `term` must stay until settle().
  void add(std::string_view term, std::uint32_t position, std::uint32_t weight,
           StemmedLanguages languages = 0) {
    terms_.push_back(term);
    words_.push_back({position, weight, languages});
  }

  /// The same for a term whose bytes do not stay.
  void add_copy(std::string_view term, std::uint32_t position, std::uint32_t weight,
                StemmedLanguages languages = 0) {
    add(copies_.copy(term), position, weight, languages);
  }

  /// Hands all over, in the order in which they came, and starts anew.
  void settle(TermTable& table, Occurrences& occurrences) {
    table.numbers_of(terms_, numbers_);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      occurrences.add(numbers_[i], words_[i].position, words_[i].weight);
      if (words_[i].languages != 0) table.add_languages(numbers_[i], words_[i].languages);
    }
    terms_.clear();
    words_.clear();
    copies_.clear();
  }

 private:
  struct Word {
    std::uint32_t position;
    std::uint32_t weight;
    StemmedLanguages languages;  ///< of articles that have it as a word
  };

  std::vector<std::string_view> terms_;
  std::vector<Word> words_;  ///< by term
  Arena copies_;
  std::vector<TermNumber> numbers_;
};

}  // namespace morgue
