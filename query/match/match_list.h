// SPDX-License-Identifier: GPL-3.0-or-later
// Matches of one document, and how they lie to each other.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "common/index/schema.h"

namespace morgue {

/// Positions first to last, both included.
struct PositionRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint32_t size() const { return last - first + 1; }
  friend bool operator==(const PositionRange&, const PositionRange&) = default;
};

/// A run of positions that satisfies an expression.
struct Match : PositionRange {
  std::vector<PositionRange> parts;  ///< on request: its words, phrases and mentions
};
using Matches = std::vector<Match>;

inline bool overlap(const PositionRange& a, const PositionRange& b) {
  return a.first <= b.last && b.first <= a.last;
}

/// Title and body never touch.
inline bool same_text(std::uint32_t a, std::uint32_t b) {
  return (a < kBodyBase) == (b < kBodyBase);
}

/// Positions from the last of one to the first of the other; of ranges that do not overlap.
inline std::uint32_t distance(const PositionRange& a, const PositionRange& b) {
  return a.last < b.first ? b.first - a.last : a.first - b.last;
}

/// Sorts by first, then last position, and keeps one of those with the same.
void sort_unique(Matches& matches);

/// Of sorted matches, those that contain no other.
void keep_minimal(Matches& matches);

/// Sorted matches to search by position.
class MatchList {
 public:
  explicit MatchList(Matches matches);

  const Matches& all() const { return matches_; }

  /// Those that may touch the positions `low` to `high`: at least all that do, by first position.
  struct View {
    Matches::const_iterator from, to;
    auto begin() const { return from; }
    auto end() const { return to; }
  };
  View around(std::uint32_t low, std::uint32_t high) const;

 private:
  Matches matches_;
  std::uint32_t longest_ = 0;
};

}  // namespace morgue
