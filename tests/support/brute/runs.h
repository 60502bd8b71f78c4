// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of words in one article, and what the operators of the language make of sets of them.
#pragma once

#include <compare>
#include <vector>

#include "tests/support/brute/archive.h"
#include "tests/support/brute/query.h"

namespace morgue::brute {

/// The words from `first` to `last`, both included, of one zone.
struct Run {
  int zone = 0;
  int first = 0;
  int last = 0;

  friend auto operator<=>(const Run&, const Run&) = default;
};

/// Sorted, each once.
using Runs = std::vector<Run>;

Runs sorted(Runs runs);

/// Those that contain no other.
Runs minimal(const Runs& runs);

/// AND: the minimal runs that contain one of each operand.
Runs windows(const std::vector<Runs>& operands);

/// One run of each operand, no two of them overlapping, each two neighbours as their link says.
Runs chain(const std::vector<Runs>& operands, const std::vector<Link>& links,
           const std::vector<Text>& zones);

/// NOT W/…: the runs of `wanted` with no other run of `unwanted` in reach.
Runs without(const Runs& wanted, const Runs& unwanted, const Link& link,
             const std::vector<Text>& zones);

/// One word of a phrase: where it may stand; or a gap, which is any one word.
struct Slot {
  bool gap = false;
  Runs words = {};  ///< of one word each
};

/// The slots side by side.
Runs phrase(const std::vector<Slot>& slots, const std::vector<Text>& zones);

/// The slots in at most `moves` moves, as few words as possible: the minimal runs.
Runs loose_phrase(const std::vector<Slot>& slots, int moves);

}  // namespace morgue::brute
