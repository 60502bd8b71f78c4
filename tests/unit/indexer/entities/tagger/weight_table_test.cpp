// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/weight_table.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace morgue {
namespace {

Hash feature(std::uint64_t number) { return combined(number, 7); }

WeightRow row(std::uint64_t number) {
  WeightRow weights{};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] = static_cast<std::int8_t>(combined(number, i));
  }
  return weights;
}

std::vector<std::pair<Hash, WeightRow>> rows(std::uint64_t count) {
  std::vector<std::pair<Hash, WeightRow>> made;
  for (std::uint64_t i = 0; i < count; ++i) made.emplace_back(feature(i), row(i));
  return made;
}

TEST(WeightTable, FindsWhatItHasAndHardlyAnythingElse) {
  for (const std::uint64_t count : {0, 1, 14, 15, 1000, 50'000}) {
    const WeightTable table = WeightTable::make(rows(count));
    // Two features of one place with one tag cannot be told apart: some in ten thousand.
    EXPECT_GE(table.size() + count / 500, count);
    std::size_t wrong = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
      const WeightRow* found = table.find(feature(i));
      ASSERT_NE(found, nullptr) << i << " of " << count;
      wrong += *found == row(i) ? 0 : 1;
    }
    EXPECT_LE(wrong, count / 500);
    std::size_t strangers = 0;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
      strangers += table.find(feature(1'000'000 + i)) != nullptr ? 1 : 0;
    }
    EXPECT_LE(strangers, 40U) << "of 20,000 that " << count << " are not";
  }
}

TEST(WeightTable, BytesDoNotDependOnTheOrderOfRows) {
  auto made = rows(5000);
  const std::string bytes = WeightTable::make(made).encode();
  std::reverse(made.begin(), made.end());
  EXPECT_EQ(WeightTable::make(made).encode(), bytes);
}

TEST(WeightTable, IsTheSameAfterwards) {
  const std::string bytes = WeightTable::make(rows(5000)).encode();
  const auto decoded = WeightTable::decode(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encode(), bytes);
  for (std::uint64_t i = 0; i < 5000; i += 7) {
    ASSERT_NE(decoded->find(feature(i)), nullptr);
    EXPECT_EQ(*decoded->find(feature(i)), row(i));
  }
}

TEST(WeightTable, DamagedBytesAreRefusedOrHarmless) {
  const std::string bytes = WeightTable::make(rows(40)).encode();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(WeightTable::decode(bytes.substr(0, length))) << length;
  }
  EXPECT_FALSE(WeightTable::decode(bytes + "x"));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char flipped : {'\x01', '\x80', '\xff'}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ flipped);
      const auto decoded = WeightTable::decode(damaged);
      if (!decoded) continue;
      for (std::uint64_t i = 0; i < 40; ++i) decoded->find(feature(i));  // and each ends
    }
  }
}

}  // namespace
}  // namespace morgue
