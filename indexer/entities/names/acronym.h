// SPDX-License-Identifier: GPL-3.0-or-later
// Short names made of the letters of long ones.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// Whether a word can be an acronym: WFP, U.N., MoD; two to eight letters.
bool can_be_acronym(std::span<const NamePart> words, const WordBook& book);

/// The acronyms that a name of two words or more can have.
class Acronyms {
 public:
  /// Replaces what is held by hashes of the letters of each: of the first letters of all words,
  /// without the link words (of, de), also of the second half of hyphenated words, and without a
  /// country in front (U.S.).
  void make(std::span<const NamePart> words, const WordBook& book);

  const std::vector<std::uint64_t>& hashes() const { return hashes_; }

 private:
  void add(const std::string& letters);

  std::vector<std::uint64_t> hashes_;
  std::string all_, full_words_, halves_, without_country_;
};

/// Whether a word in brackets after a name can stand for it, made up however loosely: TEPCO after
/// Tokyo Electric Power Company; they begin alike and go on in the same order. Or, in small
/// letters, of beginnings of its words: Conapred after Consejo Nacional para Prevenir la
/// Discriminación.
bool can_stand_for(std::span<const NamePart> word, std::span<const NamePart> name,
                   const WordBook& book);

}  // namespace morgue
