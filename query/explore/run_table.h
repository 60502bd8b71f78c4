// SPDX-License-Identifier: GPL-3.0-or-later
// Words and runs of words by number, so that counting a run costs no text of its own.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/number_table.h"

namespace morgue {

/// Runs of one length. A run is known by the run that it prolongs and its last word.
class RunTable {
 public:
  /// `length`: words of a run, 1 or more.
  explicit RunTable(std::size_t length) : levels_(length - 1) {}

  std::uint32_t word(std::string_view folded);
  /// All runs in a list of words, which has `length` or more, into `found`: one for each of its
  /// words but the last, which begin none. Counted from 0 in the order they are seen.
  void runs(std::span<const std::uint32_t> words, std::vector<std::uint32_t>& found);

  std::size_t size() const { return levels_.empty() ? texts_.size() : levels_.back().pairs.size(); }
  /// Its words joined by spaces.
  std::string text(std::uint32_t run) const;

 private:
  /// Runs of one word more than the level before: pairs of a run there and a word.
  struct Level {
    std::vector<std::uint64_t> pairs;
    NumberTable numbers;
  };

  NumberTable words_;
  std::deque<std::string> texts_;  ///< of words, by number
  std::vector<Level> levels_;
  std::vector<std::uint64_t> pairs_;  ///< those of the list looked up
};

}  // namespace morgue
