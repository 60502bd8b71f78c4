// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/evaluate.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(NameScore, IsCountedByHand) {
  const NameScore score{2, 4, 3};
  EXPECT_DOUBLE_EQ(score.precision(), 50);
  EXPECT_NEAR(score.recall(), 66.67, 0.01);
  EXPECT_NEAR(score.f1(), 57.14, 0.01);
  EXPECT_DOUBLE_EQ(NameScore().f1(), 0) << "nothing to find and nothing found";
  NameScore sum = score;
  sum += NameScore{1, 1, 1};
  EXPECT_EQ(sum.right, 3U);
  EXPECT_EQ(sum.found, 5U);
  EXPECT_EQ(sum.marked, 4U);
}

TEST(NameScore, TheTableHasEachKindAndTheSums) {
  const NameScores scores{NameScore{9, 10, 10}, NameScore{1, 2, 2}, NameScore{0, 0, 0},
                          NameScore{0, 0, 8}};
  EXPECT_EQ(score_table(scores),
            "             precis.  recall      F1   marked\n"
            "person         90.00   90.00   90.00       10\n"
            "org            50.00   50.00   50.00        2\n"
            "place           0.00    0.00    0.00        0\n"
            "these three    83.33   83.33   83.33       12\n"
            "misc            0.00    0.00    0.00        8\n"
            "all            83.33   50.00   62.50       20\n");
}

}  // namespace
}  // namespace morgue
