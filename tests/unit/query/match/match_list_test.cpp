// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/match_list.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Matches matches_of(const Pairs& pairs) {
  Matches matches;
  for (const auto& [first, last] : pairs) matches.push_back({{first, last}, {}});
  return matches;
}

Pairs pairs_of(const Matches& matches) {
  Pairs pairs;
  for (const Match& match : matches) pairs.emplace_back(match.first, match.last);
  return pairs;
}

Pairs random_pairs() {
  Pairs pairs;
  const auto numbers = *rc::gen::arbitrary<std::vector<std::uint8_t>>();
  for (const std::uint8_t number : numbers) {
    const std::uint32_t first = number % 32U;
    pairs.emplace_back(first, first + number / 32U);
  }
  return pairs;
}

TEST(MatchList, MinimalMatchesContainNoOther) {
  EXPECT_TRUE(rc::check([] {
    Matches matches = matches_of(random_pairs());
    sort_unique(matches);
    const Pairs all = pairs_of(matches);
    Pairs expected;
    for (const auto& outer : all) {
      const bool contains = std::any_of(all.begin(), all.end(), [&](const auto& inner) {
        return inner != outer && inner.first >= outer.first && inner.second <= outer.second;
      });
      if (!contains) expected.push_back(outer);
    }
    keep_minimal(matches);
    RC_ASSERT(pairs_of(matches) == expected);
  }));
}

TEST(MatchList, AroundHoldsAllThatTouch) {
  EXPECT_TRUE(rc::check([](std::uint8_t low, std::uint8_t size) {
    Matches matches = matches_of(random_pairs());
    sort_unique(matches);
    const MatchList list(matches);
    const PositionRange range{low % 40U, low % 40U + size % 8U};
    Pairs touching;
    for (const Match& match : list.around(range.first, range.last)) {
      if (overlap(match, range)) touching.emplace_back(match.first, match.last);
    }
    Pairs expected;
    for (const Match& match : matches) {
      if (overlap(match, range)) expected.emplace_back(match.first, match.last);
    }
    RC_ASSERT(touching == expected);
  }));
}

}  // namespace
}  // namespace morgue
