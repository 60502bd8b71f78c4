// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/rewrite.h"

#include <gtest/gtest.h>

#include "query/parse/print.h"

namespace morgue {
namespace {

TEST(ParseLiteral, TakesEveryWordAndNoOperator) {
  const auto query = parse_literal("a AND (b & \"c");
  ASSERT_TRUE(query);
  EXPECT_EQ(print(*query->root), "a AND \\AND AND \\(b AND \\\"c");
}

TEST(ParseLiteral, PassesOverSignsThatStandAlone) {
  const auto query = parse_literal("\u00AB a \u2014 C++ & \uFFFD");
  ASSERT_TRUE(query);
  EXPECT_EQ(print(*query->root), "a AND C++");
}

TEST(ParseLiteral, RefusesWhatIsNoText) {
  const auto no_text = parse_literal("a \xFF");
  ASSERT_FALSE(no_text);
  EXPECT_EQ(no_text.error().code, "Q109");
  EXPECT_EQ(no_text.error().span, (Span{2, 3}));
  EXPECT_EQ(parse_literal(std::string(64 * 1024 + 1, 'a')).error().code, "Q108");
  EXPECT_EQ(parse_literal(" & ").error().code, "Q100");
  EXPECT_EQ(parse_literal("\u00AB \u2013 \uFFFD").error().code, "Q100");
}

}  // namespace
}  // namespace morgue
