// SPDX-License-Identifier: GPL-3.0-or-later
// What a model knows of words beside their spelling: lists of names and words, and clusters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/result.h"
#include "indexer/entities/tagger/hash_map.h"

namespace morgue {

/// Lists of single words. A word may be in several.
enum WordList : std::uint8_t {
  kFirstNames = 1U << 0U,
  kSurnames = 1U << 1U,
  kTitles = 1U << 2U,            ///< "president", "mr"
  kOrganisationEnds = 1U << 3U,  ///< "inc", "party"
  kSaying = 1U << 4U,            ///< "said"
  kPeoples = 1U << 5U,           ///< "mexican"
  kCommonWords = 1U << 7U,
};

inline constexpr std::size_t kClusterings = 6;
inline constexpr std::size_t kMostPhraseLists = 16;
inline constexpr std::size_t kLongestPhrase = 7;  ///< words

/// Made from two texts, which the model file holds, too:
///   lists     LIST<TAB>PHRASE a line. LIST: first, last, title, orgsuf, said, dem, common (single
///             words, as above); cr0 to cr6 (how often the word is written with a capital); any
///             other name is a list of phrases, at most kMostPhraseLists of them
///   clusters  WORD and up to kClusterings numbers, parted by spaces; 0: in none. Digits are 0
/// Immutable once made.
class Lexicon {
 public:
  /// Error "lexicon", with the line.
  static Result<Lexicon> make(std::string_view lists, std::string_view clusters);

  struct Word {
    std::uint8_t lists = 0;
    std::uint8_t capital_ratio = 0;  ///< 1 + the number of its list cr0 to cr6; 0: unknown
  };
  /// Of a word in small letters.
  Word word(Hash small) const;

  using Clusters = std::array<std::uint16_t, kClusterings>;
  /// Null when the word is in none. The key: small letters or as written, digits as 0.
  const Clusters* clusters(Hash word) const;

  /// Phrases are found word by word, in small letters: start with kPhraseStart, go on with
  /// combined(phrase, hash of the word).
  static constexpr Hash kPhraseStart = 0x1234567;
  /// The phrase lists, as bits, that the phrase is in.
  std::uint32_t phrase_lists(Hash phrase) const;
  /// Whether some phrase goes on after these words.
  bool goes_on(Hash phrase) const { return beginnings_.find(phrase) != nullptr; }
  std::size_t phrase_list_count() const { return list_names_.size(); }

 private:
  bool add_entry(std::string_view list, std::string_view phrase);

  HashMap<Word> words_;
  HashMap<Clusters> clusters_;
  HashMap<std::uint32_t> phrases_;
  HashMap<std::uint8_t> beginnings_;
  std::vector<std::string> list_names_;
};

}  // namespace morgue
