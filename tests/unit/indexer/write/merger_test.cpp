// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/merger.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

void merge_into_one(std::vector<std::uint64_t>& sizes, const MergeRange& range) {
  std::uint64_t sum = 0;
  for (std::size_t i = range.first; i < range.last; ++i) sum += sizes[i];
  sizes.erase(sizes.begin() + static_cast<std::ptrdiff_t>(range.first) + 1,
              sizes.begin() + static_cast<std::ptrdiff_t>(range.last));
  sizes[range.first] = sum;
}

TEST(ChooseMerge, KeepsSegmentsFewAndRewritesFew) {
  EXPECT_TRUE(rc::check([] {
    const auto runs = *rc::gen::container<std::vector<std::uint64_t>>(
        300, rc::gen::inRange<std::uint64_t>(1, 30'000));
    std::vector<std::uint64_t> sizes;
    std::uint64_t documents = 0;
    std::uint64_t rewritten = 0;
    for (const std::uint64_t run : runs) {
      sizes.push_back(run);
      documents += run;
      for (MergeRange range = choose_merge(sizes); !range.empty(); range = choose_merge(sizes)) {
        RC_ASSERT(range.last <= sizes.size() && range.last - range.first >= 2);
        for (std::size_t i = range.first; i < range.last; ++i) rewritten += sizes[i];
        merge_into_one(sizes, range);
      }
    }
    const double tiers = 2 + std::log2(static_cast<double>(documents) / 2'000 + 1) / 3;
    RC_ASSERT(static_cast<double>(sizes.size()) <= 4 * (tiers + 1));
    const double small = 10'000.0 * static_cast<double>(runs.size()) / 4;
    RC_ASSERT(static_cast<double>(rewritten) <=
              static_cast<double>(documents) * 2 * (tiers + 1) + small);
  }));
}

TEST(ChooseMerge, LeavesFewSegmentsAlone) {
  EXPECT_TRUE(choose_merge({}).empty());
  EXPECT_TRUE(choose_merge({1, 1, 1, 1}).empty());
  EXPECT_FALSE(choose_merge({1, 1, 1, 1, 1}).empty());
  EXPECT_EQ(choose_merge({1'000'000, 1, 1, 1, 1, 1}).first, 1U);
  EXPECT_TRUE(choose_merge({1'000'000, 1, 1, 1, 1}).empty())
      << "a large one is not rewritten for four small ones";
}

}  // namespace
}  // namespace morgue
