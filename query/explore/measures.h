// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of corpus linguistics: how much more often words are used here than there, and with each
// other than by chance. Frequencies are counts of words; none of the functions needs more than its
// arguments. Sources:
//   log-likelihood of two corpora: Rayson and Garside 2000, "Comparing corpora using frequency
//     profiling"; of a table of two by two: Dunning 1993, "Accurate methods for the statistics of
//     surprise and coincidence"
//   log ratio: Hardie 2014, "Log Ratio: an informal introduction"
//   logDice: Rychlý 2008, "A lexicographer-friendly association score"
//   mutual information: Church and Hanks 1990, "Word association norms, mutual information, and
//     lexicography"
//   t-score: Church, Gale, Hanks and Hindle 1991, "Using statistics in lexical analysis"
//   deviation of proportions: Gries 2008, "Dispersions and adjusted frequencies in corpora"
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace morgue::measures {

/// f · ln(f / e), which is 0 for a frequency of 0.
inline long double surprise(long double frequency, long double expected) {
  return frequency > 0 ? frequency * std::log(frequency / expected) : 0;
}

/// How often a word would stand here if it were used here as it is there.
inline double expected_here(std::uint64_t here, std::uint64_t there, std::uint64_t words_here,
                            std::uint64_t words_there) {
  return static_cast<double>(here + there) * static_cast<double>(words_here) /
         (static_cast<double>(words_here) + static_cast<double>(words_there));
}

/// Of a word that stands `here` times among `words_here`, and `there` times among `words_there`.
/// 3.84 is beyond chance at p < 0.05, 15.13 at p < 0.0001. At least 0.
inline double log_likelihood(std::uint64_t here, std::uint64_t there, std::uint64_t words_here,
                             std::uint64_t words_there) {
  const auto size = static_cast<long double>(words_here);
  const auto other = static_cast<long double>(words_there);
  const auto both = static_cast<long double>(here + there);
  if (size + other == 0) return 0;
  const long double expected = size * both / (size + other);
  const long double expected_there = other * both / (size + other);
  return static_cast<double>(2 * (surprise(static_cast<long double>(here), expected) +
                                  surprise(static_cast<long double>(there), expected_there)));
}

/// How likely chance alone is to give so great a log-likelihood: of chi-squared with one degree of
/// freedom, which it is distributed as.
inline double chance_of(double log_likelihood) { return std::erfc(std::sqrt(log_likelihood / 2)); }

/// The binary logarithm of the ratio of the two relative frequencies: 1 is twice as often here, -1
/// half as often. A frequency of 0 counts as half an occurrence. Precondition: both sizes > 0.
inline double log_ratio(std::uint64_t here, std::uint64_t there, std::uint64_t words_here,
                        std::uint64_t words_there) {
  constexpr double kInsteadOfNone = 0.5;
  const auto rate = [](std::uint64_t count, std::uint64_t words) {
    return (count > 0 ? static_cast<double>(count) : kInsteadOfNone) / static_cast<double>(words);
  };
  return std::log2(rate(here, words_here) / rate(there, words_there));
}

/// 14 + log2 of the Dice coefficient: 14 is always together, a point less is half as often; it does
/// not grow with the corpus. Precondition: both > 0.
inline double log_dice(std::uint64_t both, std::uint64_t one, std::uint64_t other) {
  return 14 + std::log2(2.0 * static_cast<double>(both) / static_cast<double>(one + other));
}

/// A word beside another, as a table of two by two. `near`: occurrences within the windows,
/// `places`: all words within the windows, `word`: occurrences at all, `words`: all words.
struct Together {
  std::uint64_t near = 0, places = 0, word = 0, words = 0;

  double expected() const {
    return static_cast<double>(places) * static_cast<double>(word) / static_cast<double>(words);
  }

  /// Signed: below 0 when the word is rarer there than by chance.
  double log_likelihood() const {
    // The four terms nearly cancel out, which takes more digits than the result has.
    const auto n = static_cast<long double>(words);
    const auto row = static_cast<long double>(places);
    const auto column = static_cast<long double>(word);
    const auto o11 = static_cast<long double>(near);
    const long double o12 = row - o11;
    const long double o21 = column - o11;
    const long double o22 = n - row - o21;
    const long double sum =
        surprise(o11, row * column / n) + surprise(o12, row * (n - column) / n) +
        surprise(o21, (n - row) * column / n) + surprise(o22, (n - row) * (n - column) / n);
    return static_cast<double>(o11 < row * column / n ? -2 * sum : 2 * sum);
  }

  /// Precondition: near > 0.
  double mutual_information() const { return std::log2(static_cast<double>(near) / expected()); }

  /// Precondition: near > 0.
  double t_score() const {
    return (static_cast<double>(near) - expected()) / std::sqrt(static_cast<double>(near));
  }
};

/// A part of a corpus: how often a word stands in it, and its words.
struct Part {
  std::uint64_t count = 0, size = 0;
};

/// How unevenly a word is spread over the parts of a corpus, by outlet for instance: 0 is as the
/// sizes of the parts, near 1 is all in a small one. `parts` are those that have the word; all have
/// `size` words together. Precondition: the word stands somewhere.
inline double deviation_of_proportions(const std::vector<Part>& parts, std::uint64_t size) {
  double all = 0;
  for (const Part& part : parts) all += static_cast<double>(part.count);
  double sum = 0;
  double without = 1;  // the share of the parts that do not have it
  for (const Part& part : parts) {
    const double share = static_cast<double>(part.size) / static_cast<double>(size);
    sum += std::abs(static_cast<double>(part.count) / all - share);
    without -= share;
  }
  return (sum + without) / 2;
}

/// Occurrences in a million words; 0 words are none.
inline double per_million(std::uint64_t count, std::uint64_t words) {
  constexpr double kMillion = 1e6;
  return words == 0 ? 0 : kMillion * static_cast<double>(count) / static_cast<double>(words);
}

}  // namespace morgue::measures
