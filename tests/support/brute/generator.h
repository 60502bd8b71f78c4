// SPDX-License-Identifier: GPL-3.0-or-later
// Random queries over the words, values and dates of an archive, so that many find something; and
// the smallest query that still shows what a random one showed.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/support/brute/archive.h"
#include "tests/support/brute/query.h"

namespace morgue::brute {

/// Classes of expressions; a set of them is their sum.
enum Class : unsigned {
  kExact = 1U << 0,  ///< =word, ="phrase"
  kWildcards = 1U << 1,
  kFuzzy = 1U << 2,
  kRegex = 1U << 3,
  kPhrases = 1U << 4,
  kPhraseParts = 1U << 5,  ///< alternatives and gaps
  kLoose = 1U << 6,        ///< "…"~n
  kTextFields = 1U << 7,   ///< title:, body:, lead:, hlead:
  kValues = 1U << 8,       ///< source: and the like
  kDates = 1U << 9,
  kRelativeDates = 1U << 10,
  kNumbers = 1U << 11,
  kPresence = 1U << 12,
  kXor = 1U << 13,
  kNear = 1U << 14,       ///< W/n, PRE/n
  kStretches = 1U << 15,  ///< W/S, W/P
  kNotNear = 1U << 16,
  kAtLeast = 1U << 17,
  kFirst = 1U << 18,
  kLetters = 1U << 19,  ///< CAPS and its like
  kWeights = 1U << 20,
  kSpellings = 1U << 21,  ///< the other ways to write the same
  kEntity = 1U << 22,
};
inline constexpr unsigned kAllClasses = (1U << 23) - 1;

class Generator {
 public:
  Generator(const Archive& archive, unsigned classes, unsigned seed)
      : archive_(archive), classes_(classes), random_(seed) {}

  Node query() { return logic(random_spot(), 2); }

 private:
  /// A word of the archive, next to which others are looked for.
  struct Spot {
    std::size_t article = 0;
    int zone = kBody;
    int at = 0;
  };
  /// What the expressions around leave possible.
  struct Inside {
    bool field = false;
    bool letters = false;
    bool as_written = false;
  };

  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  bool has(unsigned wanted) const { return (classes_ & wanted) != 0; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[random_() % from.size()];
  }

  Spot random_spot();
  Spot beside(const Spot& spot);
  std::string word_at(const Spot& spot) const;
  bool plain(const Spot& spot) const;

  Node logic(const Spot& spot, int depth);
  Node other(const Spot& spot);
  Node positional(const Spot& spot, int depth, Inside inside);
  Node near(const Spot& spot, int depth, Inside inside);
  Node function(const Spot& spot, int depth, Inside inside);
  Node leaf(const Spot& spot, Inside inside);
  Node wildcard(const std::string& word);
  Node fuzzy(const std::string& word);
  Node regex(const std::string& word);
  Node phrase(const Spot& spot, Inside inside);
  Node loose_phrase(const Spot& spot);
  Node value(const Spot& spot);
  Node value_words(const Entry& entry, const std::string& field);
  Node date(const Spot& spot);
  std::string relative_date();
  Node number(const Spot& spot);
  Node presence();
  Node range(std::string low, std::string high, bool may_exclude);
  Node spelled(Node node);

  const Archive& archive_;
  unsigned classes_;
  std::mt19937 random_;
};

/// The smallest query for which `fails` still holds that is reached in `attempts` questions.
Node shrink(Node node, const std::function<bool(const Node&)>& fails, int attempts = 400);

}  // namespace morgue::brute
