// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/loose_phrase.h"

#include <gtest/gtest.h>

#include "query/match/match_work.h"

namespace morgue {
namespace {

struct LooseCase {
  std::vector<LooseWord> words;
  std::uint32_t slop;
  std::vector<PositionRange> runs;
  const char* why;
};

TEST(LoosePhrase, CountsMovesAsLuceneDoes) {
  const LooseCase cases[] = {
      {{{0, {5}}, {1, {6}}}, 1, {{5, 6}}, "as written"},
      {{{0, {5}}, {1, {7}}}, 1, {{5, 7}}, "one word between takes one move"},
      {{{0, {5}}, {1, {8}}}, 1, {}, "two words between take two"},
      {{{0, {6}}, {1, {5}}}, 1, {}, "swapped neighbours take two"},
      {{{0, {6}}, {1, {5}}}, 2, {{5, 6}}, "swapped neighbours take two"},
      {{{0, {5}}, {2, {7}}}, 1, {{5, 7}}, "a place of any word keeps its distance"},
      {{{0, {5}}, {1, {5}}}, 9, {}, "no position serves two words"},
      {{{0, {5, 9}}, {1, {5, 9}}}, 3, {{5, 9}}, "so a word typed twice must stand twice"},
      {{{0, {5, 20}}, {1, {7, 21}}}, 2, {{5, 7}, {20, 21}}, "every run counts"},
      {{{0, {5, 6}}, {1, {8}}}, 9, {{6, 8}}, "of runs inside each other the smallest"},
      {{{0, {8999}}, {1, {10000}}}, 2000, {}, "title and body never touch"},
  };
  for (const auto& [words, slop, runs, why] : cases) {
    SCOPED_TRACE(why);
    std::uint64_t steps = 0;
    std::vector<PositionRange> found;
    for (const Match& match : loose_matches(words, slop, false, steps)) found.push_back(match);
    EXPECT_EQ(found, runs);
  }
}

TEST(LoosePhrase, StopsAtTheLimitOfWork) {
  std::vector<LooseWord> words;
  for (std::uint32_t place = 0; place < 30; ++place) {
    words.push_back({place, {}});
    for (std::uint32_t at = 0; at < 29; ++at) words.back().positions.push_back(20'000 + at);
  }
  std::uint64_t steps = 0;
  // Thirty words that share 29 positions: impossible, and found out within the limit or refused.
  try {
    EXPECT_TRUE(loose_matches(words, 1'000, false, steps).empty());
  } catch (const TooMuchWork&) {
    EXPECT_GT(steps, kMostSteps);
  }
}

}  // namespace
}  // namespace morgue
