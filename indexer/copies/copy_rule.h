// SPDX-License-Identifier: GPL-3.0-or-later
// When two articles are copies of each other.
#pragma once

#include <cstdint>

#include "common/index/text_sketch.h"

namespace morgue {

/// The day of an article without a date.
inline constexpr std::int32_t kUndated = INT32_MAX;

/// What is known of an article beside its text.
struct Publication {
  std::int32_t day = kUndated;  ///< since 1970-01-01
  std::uint64_t outlet = 0;     ///< a hash of its name; 0: not known
};

/// Which part of the shorter text the longer one repeats, .5 to 1, if the two are copies; else 0.
///
/// What repeats the words but not the names and numbers is a form filled in twice (a press release
/// of a senator's office about the next grant), so the parts of both count together. One outlet
/// brings nearly the same text again as a version or a correction within days, and as a form; so
/// more is asked of its articles, and most when days lie between them, also when the outlets are
/// not known. A text more than five times as long as the other is a collection, and the shorter no
/// copy of it.
double copied_part(const TextSketch& a, const Publication& of_a, const TextSketch& b,
                   const Publication& of_b);

}  // namespace morgue
