// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/run_table.h"

namespace morgue {

std::uint32_t RunTable::word(std::string_view folded) {
  auto known = words_.find(folded);
  if (known == words_.end()) {
    known = words_.emplace(folded, static_cast<std::uint32_t>(texts_.size())).first;
    texts_.push_back(&known->first);
  }
  return known->second;
}

std::uint32_t RunTable::run(const std::uint32_t* words) {
  std::uint32_t run = words[0];
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    Level& level = levels_[i];
    const std::uint64_t pair = (std::uint64_t{run} << 32U) | words[i + 1];
    const auto [known, is_new] =
        level.numbers.try_emplace(pair, static_cast<std::uint32_t>(level.pairs.size()));
    if (is_new) level.pairs.push_back(pair);
    run = known->second;
  }
  return run;
}

std::string RunTable::text(std::uint32_t run) const {
  std::string text;
  for (std::size_t i = levels_.size(); i > 0; --i) {
    const std::uint64_t pair = levels_[i - 1].pairs[run];
    text.insert(0, ' ' + *texts_[static_cast<std::uint32_t>(pair)]);
    run = static_cast<std::uint32_t>(pair >> 32U);
  }
  return *texts_[run] + text;
}

}  // namespace morgue
