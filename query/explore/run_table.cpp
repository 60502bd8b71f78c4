// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/run_table.h"

#include <functional>

namespace morgue {
namespace {

/// Multiplied by an odd number near 2^64 / golden ratio, the high bits matter (Knuth, TAOCP 6.4).
/// Different pairs have different hashes.
std::uint64_t hash_of(std::uint64_t pair) { return pair * 0x9E3779B97F4A7C15U; }

}  // namespace

std::uint32_t RunTable::word(std::string_view folded) {
  const auto next = static_cast<std::uint32_t>(texts_.size());
  const std::uint32_t number =
      words_.number(std::hash<std::string_view>{}(folded), next,
                    [&](std::uint32_t known) { return texts_[known] == folded; });
  if (number == next) texts_.emplace_back(folded);
  return number;
}

void RunTable::runs(std::span<const std::uint32_t> words, std::vector<std::uint32_t>& found) {
  found.assign(words.begin(), words.end());
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    Level& level = levels_[i];
    found.pop_back();
    // A big table is not in the processor's caches: all its places are asked for before any is
    // used.
    pairs_.clear();
    for (std::size_t at = 0; at < found.size(); ++at) {
      pairs_.push_back((std::uint64_t{found[at]} << 32U) | words[at + i + 1]);
      level.numbers.prefetch(hash_of(pairs_.back()));
    }
    for (std::size_t at = 0; at < found.size(); ++at) {
      const auto next = static_cast<std::uint32_t>(level.pairs.size());
      found[at] =
          level.numbers.number(hash_of(pairs_[at]), next, [](std::uint32_t) { return true; });
      if (found[at] == next) level.pairs.push_back(pairs_[at]);
    }
  }
}

std::string RunTable::text(std::uint32_t run) const {
  std::string text;
  for (std::size_t i = levels_.size(); i > 0; --i) {
    const std::uint64_t pair = levels_[i - 1].pairs[run];
    text.insert(0, ' ' + texts_[static_cast<std::uint32_t>(pair)]);
    run = static_cast<std::uint32_t>(pair >> 32U);
  }
  return texts_[run] + text;
}

}  // namespace morgue
