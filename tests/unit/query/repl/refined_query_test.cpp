// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/repl/refined_query.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

struct Step {
  const char* start;
  const char* clause;
  bool without;
  const char* narrowed;
  const char* why;
};

constexpr Step kSteps[] = {
    {"tariffs", "date:2025", false, "tariffs AND date:2025", "a clause more"},
    {"a OR b", "c", false, "(a OR b) AND c", "the clause holds for all that was found"},
    {"tariffs", "lang:es", true, "tariffs AND NOT lang:es", "without what the clause finds"},
    {"tariffs", "a OR b", true, "tariffs AND NOT (a OR b)", "without either"},
};

TEST(RefinedQuery, IsNarrowedByAClauseAndTakenBack) {
  for (const auto& [start, clause, without, narrowed, why] : kSteps) {
    SCOPED_TRACE(why);
    RefinedQuery query;
    query.start(start);
    ASSERT_TRUE(query.narrow(clause, without));
    EXPECT_EQ(query.text(), narrowed);
    EXPECT_TRUE(query.back());
    EXPECT_EQ(query.text(), start);
    EXPECT_FALSE(query.back()) << "this is the first step";
  }
}

TEST(RefinedQuery, StaysWhenTheClauseIsFaulty) {
  RefinedQuery query;
  query.start("tariffs");
  const auto result = query.narrow("a AND (", false);
  ASSERT_FALSE(result);
  EXPECT_EQ(query.text(), "tariffs");
}

TEST(RefinedQuery, BeginsAnew) {
  RefinedQuery query;
  EXPECT_TRUE(query.empty());
  query.start("a");
  query.narrow_to("a AND b");
  query.start("c");
  EXPECT_EQ(query.text(), "c");
  EXPECT_FALSE(query.back()) << "a new query has no earlier step";
}

}  // namespace
}  // namespace morgue
