// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/run_table.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

using ::testing::ElementsAre;

TEST(RunTable, NumbersWordsAsTheyCome) {
  RunTable table(1);
  EXPECT_EQ(table.word("trade"), 0U);
  EXPECT_EQ(table.word("war"), 1U);
  EXPECT_EQ(table.word("trade"), 0U);
  EXPECT_EQ(table.size(), 2U);
  EXPECT_EQ(table.text(1), "war");
}

TEST(RunTable, TellsRunsApartByEveryWord) {
  RunTable table(3);
  const std::uint32_t a = table.word("a"), b = table.word("b");
  std::vector<std::uint32_t> found;
  table.runs(std::vector{a, a, a, b, a, a}, found);
  EXPECT_THAT(found, ElementsAre(0, 1, 2, 3)) << "aaa aab aba baa";
  table.runs(std::vector{b, a, a, a, b, b}, found);
  EXPECT_THAT(found, ElementsAre(3, 0, 1, 4)) << "known again but the last";
  table.runs(std::vector{b, b, b}, found);
  EXPECT_THAT(found, ElementsAre(5));
  EXPECT_EQ(table.size(), 6U);
  EXPECT_EQ(table.text(2), "a b a");
}

}  // namespace
}  // namespace morgue
