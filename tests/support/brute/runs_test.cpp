// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/runs.h"

#include <gmock/gmock.h>

namespace morgue::brute {

void PrintTo(const Run& run, std::ostream* out) {
  *out << run.zone << ":" << run.first << "-" << run.last;
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A title of five words and a body of twenty: sentences of five words, paragraphs of ten.
std::vector<Text> two_zones() {
  std::vector<Text> zones(2);
  zones[0].folded.resize(5);
  zones[1].folded.resize(20);
  for (std::uint32_t i = 0; i < 20; ++i) {
    zones[1].sentence.push_back(i / 5);
    zones[1].paragraph.push_back(i / 10);
  }
  return zones;
}

Run title(int first, int last) { return {0, first, last}; }
Run body(int first, int last) { return {1, first, last}; }

Runs at(std::initializer_list<int> places) {
  Runs runs;
  for (const int place : places) runs.push_back({1, place, place});
  return runs;
}

TEST(Runs, MinimalOnesContainNoOther) {
  EXPECT_THAT(minimal({{1, 0, 9}, {1, 2, 5}, {1, 2, 5}, {1, 4, 8}, {0, 0, 9}}),
              ElementsAre(title(0, 9), body(2, 5), body(4, 8)));
  EXPECT_THAT(minimal({{1, 2, 5}, {1, 2, 6}, {1, 1, 5}}), ElementsAre(body(2, 5)));
}

TEST(Runs, WindowsHoldOneOfEach) {
  EXPECT_THAT(windows({at({0, 7}), at({3, 9})}), ElementsAre(body(0, 3), body(3, 7), body(7, 9)));
  EXPECT_THAT(windows({at({4}), {{1, 2, 6}}}), ElementsAre(body(2, 6))) << "they may overlap";
  EXPECT_THAT(windows({at({4}), {{0, 4, 4}}}), IsEmpty()) << "never across zones";
}

TEST(Runs, ChainsAreLinkedPairByPair) {
  const auto zones = two_zones();
  const Link two{Link::Reach::Words, 2, false};
  const Link then{Link::Reach::Words, 2, true};
  EXPECT_THAT(chain({at({0}), at({2}), at({4})}, {two, two}, zones), ElementsAre(body(0, 4)));
  EXPECT_THAT(chain({at({0}), at({2}), at({0})}, {two, two}, zones), IsEmpty()) << "0 is taken";
  EXPECT_THAT(chain({at({4}), at({2})}, {then}, zones), IsEmpty());
  EXPECT_THAT(chain({{{1, 0, 3}}, at({5})}, {two}, zones), ElementsAre(body(0, 5)));
  EXPECT_THAT(chain({{{1, 0, 3}}, at({2})}, {two}, zones), IsEmpty()) << "inside is overlapping";
}

TEST(Runs, SentencesHoldTheWholeRun) {
  const auto zones = two_zones();
  const Link sentence{Link::Reach::Sentence, 0, false};
  const Link paragraph{Link::Reach::Paragraph, 0, true};
  EXPECT_THAT(chain({at({0, 5}), at({4})}, {sentence}, zones), ElementsAre(body(0, 4)));
  EXPECT_THAT(chain({{{1, 3, 5}}, at({7})}, {sentence}, zones), IsEmpty())
      << "it begins in another";
  EXPECT_THAT(chain({at({12, 5}), at({9})}, {paragraph}, zones), ElementsAre(body(5, 9)));
  EXPECT_THAT(chain({{{0, 0, 0}}, {{0, 4, 4}}}, {sentence}, zones), ElementsAre(title(0, 4)));
}

TEST(Runs, WithoutTakesOutThoseInReach) {
  const auto zones = two_zones();
  const Link two{Link::Reach::Words, 2, false};
  const Link sentence{Link::Reach::Sentence, 0, false};
  EXPECT_THAT(without(at({0, 5, 9}), at({7}), two, zones), ElementsAre(body(0, 0)));
  EXPECT_THAT(without(at({0, 5, 9}), at({5}), two, zones),
              ElementsAre(body(0, 0), body(5, 5), body(9, 9)))
      << "a run is not in its own reach";
  EXPECT_THAT(without({{1, 3, 5}}, at({4}), two, zones), IsEmpty());
  EXPECT_THAT(without(at({0, 12}), {{1, 4, 6}}, sentence, zones), ElementsAre(body(12, 12)));
  EXPECT_THAT(without({{1, 4, 6}}, at({9}), sentence, zones), IsEmpty()) << "it lies in both";
}

TEST(Runs, PhrasesStandSideBySide) {
  const auto zones = two_zones();
  const Slot gap{true, {}};
  EXPECT_THAT(phrase({{false, at({3, 8})}, {false, at({4, 7})}}, zones), ElementsAre(body(3, 4)));
  EXPECT_THAT(phrase({{false, at({3, 18, 19})}, gap}, zones),
              ElementsAre(body(3, 4), body(18, 19)));
  EXPECT_THAT(phrase({gap, gap, {false, at({1, 2})}}, zones), ElementsAre(body(0, 2)));
}

TEST(Runs, LoosePhrasesCountMoves) {
  const Slot gap{true, {}};
  const auto word = [](std::initializer_list<int> places) { return Slot{false, at(places)}; };
  EXPECT_THAT(loose_phrase({word({3}), word({5})}, 1), ElementsAre(body(3, 5)));
  EXPECT_THAT(loose_phrase({word({3}), word({5})}, 0), IsEmpty());
  EXPECT_THAT(loose_phrase({word({4}), word({3})}, 2), ElementsAre(body(3, 4))) << "a swap is 2";
  EXPECT_THAT(loose_phrase({word({4}), word({3})}, 1), IsEmpty());
  EXPECT_THAT(loose_phrase({word({3}), gap, word({5})}, 0), ElementsAre(body(3, 5)));
  EXPECT_THAT(loose_phrase({word({3, 6}), word({3, 6})}, 2), ElementsAre(body(3, 6)));
  EXPECT_THAT(loose_phrase({word({0}), word({2}), word({4})}, 2), ElementsAre(body(0, 4)));
  EXPECT_THAT(loose_phrase({word({0}), word({2}), word({4})}, 1), IsEmpty()) << "moves in total";
}

}  // namespace
}  // namespace morgue::brute
