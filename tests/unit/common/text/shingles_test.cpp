// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/shingles.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace morgue {
namespace {

std::vector<std::uint32_t> shingles(const std::string& text) {
  Analyzer analyzer;
  TokenList words;
  analyzer.analyze(text, words);
  return shingles_of(words.tokens());
}

TEST(Shingles, ARunOfFiveWordsIsOne) {
  EXPECT_EQ(shingles("").size(), 0U);
  EXPECT_EQ(shingles("one").size(), 1U) << "of fewer words, all of them are one";
  EXPECT_EQ(shingles("one two three four").size(), 1U);
  EXPECT_EQ(shingles("one two three four five").size(), 1U);
  EXPECT_EQ(shingles("one two three four five six").size(), 2U);
  EXPECT_EQ(shingles("a b c d e a b c d e").size(), 5U) << "each once";
}

TEST(Shingles, AreSortedAndOfFoldedWords) {
  const auto all = shingles("The Mayor of Ostermere said on Friday that fares would rise");
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
  EXPECT_EQ(all, shingles("the mayor of OSTERMERE said, on Friday, that fares would rise!"));
  EXPECT_NE(all, shingles("The Mayor of Ostermere said on Friday that fares would fall"));
}

// A rolling sum must forget what has left the run.
TEST(Shingles, ARunIsTheSameWhereverItStands) {
  const auto run = shingles("harbour board raises its fees");
  const auto before = shingles("on Tuesday evening the whole harbour board raises its fees");
  const auto after = shingles("harbour board raises its fees again as everybody had expected");
  EXPECT_EQ(count_shared(run, before), 1U);
  EXPECT_EQ(count_shared(run, after), 1U);
  EXPECT_EQ(count_shared(before, after), 1U);
}

TEST(Shingles, OrderMatters) {
  EXPECT_EQ(count_shared(shingles("a b c d e"), shingles("e d c b a")), 0U);
}

// Archives keep them, so they must never change.
TEST(Shingles, AreTheSameInEveryVersion) {
  EXPECT_EQ(shingles("harbour board raises its fees"), (std::vector<std::uint32_t>{77777751}));
}

}  // namespace
}  // namespace morgue
