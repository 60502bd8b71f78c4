// SPDX-License-Identifier: GPL-3.0-or-later
// A written word as the tagger sees it: everything that does not depend on where it stands.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>

#include "indexer/entities/tagger/hash_map.h"
#include "indexer/entities/tagger/lexicon.h"

namespace morgue {

enum class WordCase : unsigned char {
  Small,          ///< no capital
  Initial,        ///< the first letter alone is one
  AllCapitals,    ///< two letters at least, all capitals
  Mixed,          ///< begins with a capital and has others: "McDonald"
  SingleCapital,  ///< "J", "J."
  Number,         ///< digits and no letters
  Mark,           ///< neither letters nor digits
  CapitalInside,  ///< "iPhone"
};

struct TaggerWord {
  Hash written = 0;
  Hash small = 0;                ///< small letters, digits as 0
  Hash lookup = 0;               ///< small letters
  Hash shape = 0;                ///< Xxx-dd; at most three alike in a row
  Hash short_shape = 0;          ///< Xx-d; no two alike in a row
  std::array<Hash, 4> starts{};  ///< the first 1 to 4 letters, small
  std::array<Hash, 4> ends{};
  std::uint8_t affixes = 0;  ///< how many of them there are
  std::uint8_t length = 0;   ///< code points, at most 255
  WordCase letters = WordCase::Mark;
  std::uint8_t lists = 0;  ///< WordList
  std::uint8_t capital_ratio = 0;
  Lexicon::Clusters clusters{};

  bool capital() const {
    return letters == WordCase::Initial || letters == WordCase::AllCapitals ||
           letters == WordCase::Mixed || letters == WordCase::SingleCapital;
  }
  bool has_letters() const { return letters != WordCase::Number && letters != WordCase::Mark; }
};

/// Precondition: valid UTF-8, not empty.
TaggerWord make_word(std::string_view written, const Lexicon& lexicon);

/// Makes each word once. One thread each.
class WordCache {
 public:
  /// The lexicon must outlive it.
  explicit WordCache(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Valid until the next forget_some().
  const TaggerWord* find(std::string_view written);

  /// Forgets everything when it has grown too large; to be called between articles.
  void forget_some();

 private:
  const Lexicon& lexicon_;
  HashMap<const TaggerWord*> known_;
  std::deque<TaggerWord> words_;
};

}  // namespace morgue
