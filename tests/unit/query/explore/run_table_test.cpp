// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/run_table.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

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
  const std::uint32_t runs[][3] = {{a, a, a}, {a, a, b}, {a, b, a}, {b, a, a}, {b, b, b}};
  std::uint32_t next = 0;
  for (const auto& run : runs) EXPECT_EQ(table.run(run), next++);
  next = 0;
  for (const auto& run : runs) EXPECT_EQ(table.run(run), next++) << "known again";
  EXPECT_EQ(table.size(), 5U);
  EXPECT_EQ(table.text(2), "a b a");
}

}  // namespace
}  // namespace morgue
