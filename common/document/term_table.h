// SPDX-License-Identifier: GPL-3.0-or-later
// Terms to numbers, and the languages that have them for words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/arena.h"

namespace morgue {

/// Counted from 0, in the order in which terms are first seen.
using TermNumber = std::uint32_t;

/// Longer terms are no words that a stemmer knows.
inline constexpr std::size_t kMaxFormBytes = 64;

/// A set of languages: bit i stands for Stemmer::languages()[i].
using StemmedLanguages = std::uint32_t;

/// The set of one language; the empty one when it has no stemmer.
StemmedLanguages stemmed_language(std::string_view lang);

/// Used by one thread. Memory: the bytes of the terms and about 32 more for each.
class TermTable {
 public:
  TermTable();

  TermNumber number_of(std::string_view term) { return number_of(term, hash_of(term)); }

  /// Replaces `numbers` by those of many terms, in less time than one by one.
  void numbers_of(std::span<const std::string_view> terms, std::vector<TermNumber>& numbers);

  /// Valid until clear().
  std::string_view text(TermNumber term) const { return texts_[term]; }

  /// Articles of these languages have the term as a word.
  void add_languages(TermNumber term, StemmedLanguages languages) { languages_[term] |= languages; }
  StemmedLanguages languages(TermNumber term) const { return languages_[term]; }

  std::size_t size() const { return texts_.size(); }
  void clear();

 private:
  struct Place {
    std::uint32_t hash = 0;
    std::uint32_t number_and_one = 0;  ///< 0: free
  };

  static std::uint32_t hash_of(std::string_view term);
  TermNumber number_of(std::string_view term, std::uint32_t hash);
  void grow();

  std::vector<Place> places_;  ///< open addressing; a power of two, at most half full
  std::vector<std::string_view> texts_;
  std::vector<StemmedLanguages> languages_;
  Arena arena_;
};

}  // namespace morgue
