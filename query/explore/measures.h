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
inline double surprise(double frequency, double expected) {
  return frequency > 0 ? frequency * std::log(frequency / expected) : 0;
}

/// Of a word that stands `here` times among `words_here`, and `there` times among `words_there`.
/// 3.84 is beyond chance at p < 0.05, 15.13 at p < 0.0001. At least 0.
inline double log_likelihood(std::uint64_t here, std::uint64_t there, std::uint64_t words_here,
                             std::uint64_t words_there) {
  const auto size = static_cast<double>(words_here);
  const auto other = static_cast<double>(words_there);
  const auto both = static_cast<double>(here + there);
  if (size + other == 0) return 0;
  const double expected = size * both / (size + other);
  const double expected_there = other * both / (size + other);
  return 2 * (surprise(static_cast<double>(here), expected) +
              surprise(static_cast<double>(there), expected_there));
}

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
    const double n = static_cast<double>(words);
    const double row = static_cast<double>(places);
    const double column = static_cast<double>(word);
    const double o11 = static_cast<double>(near);
    const double o12 = row - o11;
    const double o21 = column - o11;
    const double o22 = n - row - o21;
    const double sum = surprise(o11, row * column / n) + surprise(o12, row * (n - column) / n) +
                       surprise(o21, (n - row) * column / n) +
                       surprise(o22, (n - row) * (n - column) / n);
    return o11 < expected() ? -2 * sum : 2 * sum;
  }

  /// Precondition: near > 0.
  double mutual_information() const { return std::log2(static_cast<double>(near) / expected()); }

  /// Precondition: near > 0.
  double t_score() const {
    return (static_cast<double>(near) - expected()) / std::sqrt(static_cast<double>(near));
  }
};

/// How unevenly a word is spread over the parts of a corpus, by outlet for instance: 0 is as the
/// sizes of the parts, near 1 is all in a small one. `counts` and `sizes` are by part. Precondition:
/// their sums are > 0.
inline double deviation_of_proportions(const std::vector<std::uint64_t>& counts,
                                       const std::vector<std::uint64_t>& sizes) {
  double all = 0;
  double size = 0;
  for (const std::uint64_t count : counts) all += static_cast<double>(count);
  for (const std::uint64_t part : sizes) size += static_cast<double>(part);
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    sum += std::abs(static_cast<double>(counts[i]) / all - static_cast<double>(sizes[i]) / size);
  }
  return sum / 2;
}

/// Occurrences in a million words; 0 words are none.
inline double per_million(std::uint64_t count, std::uint64_t words) {
  constexpr double kMillion = 1e6;
  return words == 0 ? 0 : kMillion * static_cast<double>(count) / static_cast<double>(words);
}

}  // namespace morgue::measures
