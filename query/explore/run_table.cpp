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

std::uint32_t RunTable::run(const std::uint32_t* words) {
  std::uint32_t run = words[0];
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    Level& level = levels_[i];
    const std::uint64_t pair = (std::uint64_t{run} << 32U) | words[i + 1];
    const auto next = static_cast<std::uint32_t>(level.pairs.size());
    run = level.numbers.number(hash_of(pair), next, [](std::uint32_t) { return true; });
    if (run == next) level.pairs.push_back(pair);
  }
  return run;
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
