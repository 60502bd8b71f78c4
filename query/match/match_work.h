// SPDX-License-Identifier: GPL-3.0-or-later
// A limit to the work that one document may take.
#pragma once

#include <cstdint>
#include <stdexcept>

namespace morgue {

/// Matches can be combined in too many ways in one document: the expression is too loose to be
/// decided in reasonable time.
struct TooMuchWork : std::runtime_error {
  TooMuchWork() : std::runtime_error("too much work for one document") {}
};

/// Steps one document may take; so many take about a tenth of a second.
inline constexpr std::uint64_t kMostSteps = 20'000'000;

inline void count_step(std::uint64_t& steps) {
  if (++steps > kMostSteps) throw TooMuchWork();
}

}  // namespace morgue
