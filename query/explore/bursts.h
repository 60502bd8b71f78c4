// SPDX-License-Identifier: GPL-3.0-or-later
// When there was more about something than usual, and what that was about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/explore/choices.h"
#include "query/explore/word_counts.h"

namespace morgue {

struct Burst {
  std::string period;  ///< see period_of()
  std::uint64_t articles = 0;
  double expected = 0;        ///< articles, if the part of all articles were the same all the time
  double log_likelihood = 0;  ///< of this part against that of all other periods
  std::vector<std::string> words;  ///< that these articles use more than the others that match
  std::string id, title;           ///< of the article that has most of those words
};

struct BurstRequest {
  Period period = Period::Month;
  CountedCopies copies = CountedCopies::Once;
  std::uint64_t least = 3;  ///< articles of a burst
};

/// Beyond chance at p < 0.001.
inline constexpr double kBurstLikelihood = 10.83;

/// The periods with more articles of the selection than expected, beyond chance, in the order of
/// time. `everything`: all articles of the same archives. Undated articles do not count.
std::vector<Burst> find_bursts(const Selection& selection, const Selection& everything,
                               const BurstRequest& request);

}  // namespace morgue
