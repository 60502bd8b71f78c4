// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/word_match.h"

#include <gtest/gtest.h>

namespace morgue::brute {
namespace {

TEST(WordMatch, Wildcards) {
  EXPECT_TRUE(matches_wildcard(U"a*", U"a"));
  EXPECT_TRUE(matches_wildcard(U"*b*d", U"abcbd"));
  EXPECT_FALSE(matches_wildcard(U"*b*d", U"abdc"));
  EXPECT_TRUE(matches_wildcard(U"a?c", U"a\u00F1c"));
  EXPECT_FALSE(matches_wildcard(U"a?c", U"ac"));
  EXPECT_TRUE(matches_wildcard(U"c\\*", U"c*"));
  EXPECT_FALSE(matches_wildcard(U"c\\*", U"cd"));
}

TEST(WordMatch, EditDistance) {
  EXPECT_EQ(edit_distance(U"", U"abc"), 3);
  EXPECT_EQ(edit_distance(U"kitten", U"sitting"), 3);
  EXPECT_EQ(edit_distance(U"ab", U"ba"), 1) << "a swap";
  EXPECT_EQ(edit_distance(U"ca", U"abc"), 3) << "nothing is edited twice";
  EXPECT_EQ(edit_distance(U"a\u00F1o", U"ano"), 1);
}

TEST(WordMatch, Letters) {
  EXPECT_TRUE(letters_of("iPhone").capital);
  EXPECT_TRUE(letters_of("iPhone").lower_case);
  EXPECT_FALSE(letters_of("COVID").lower_case);
  EXPECT_FALSE(letters_of("19").capital);
  EXPECT_FALSE(letters_of("19").lower_case);
  EXPECT_TRUE(letters_of("\u00D1").capital) << "a capital with a tilde";
  EXPECT_TRUE(letters_of("\u01C5").capital) << "title case";
  EXPECT_TRUE(letters_of("\u00F1").lower_case);
}

}  // namespace
}  // namespace morgue::brute
