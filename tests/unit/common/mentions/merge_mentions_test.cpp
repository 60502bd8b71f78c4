// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mentions/merge_mentions.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

using enum EntityKind;
using enum MentionSource;

/// A mention that stands in tokens first to last, eight bytes each.
PlacedMention placed(MentionSource source, std::uint32_t first, std::uint32_t last,
                     std::string name, std::string facet = {}) {
  return {{facet.empty() ? Person : Misc,
           TextPart::Body,
           source,
           {first * 8, last * 8 + 7},
           std::move(name),
           std::move(facet)},
          first,
          last};
}

std::string decided(std::vector<PlacedMention> mentions) {
  decide_overlaps(mentions);
  std::string names;
  for (const PlacedMention& one : mentions) names += one.mention.name;
  return names;
}

TEST(DecideOverlaps, TheLongestThenTheMostTrusted) {
  EXPECT_EQ(decided({placed(Metadata, 0, 0, "a"), placed(Model, 0, 1, "b")}), "b") << "longest";
  EXPECT_EQ(decided({placed(Model, 2, 3, "a"), placed(Metadata, 2, 3, "b"),
                     placed(Import, 2, 3, "c"), placed(WatchList, 2, 3, "d")}),
            "b");
  EXPECT_EQ(
      decided({placed(Model, 2, 3, "a"), placed(WatchList, 2, 3, "b"), placed(Import, 2, 3, "c")}),
      "c");
  EXPECT_EQ(decided({placed(Model, 2, 3, "a"), placed(WatchList, 2, 3, "b")}), "b");
  EXPECT_EQ(decided({placed(Model, 4, 4, "b"), placed(Model, 0, 1, "a")}), "ab") << "both stay";
  EXPECT_EQ(decided({placed(Model, 0, 2, "a"), placed(Model, 2, 5, "b"), placed(Model, 5, 6, "c")}),
            "b")
      << "what is beaten beats nobody, and what is kept keeps its place";
  EXPECT_EQ(decided({placed(Model, 0, 2, "a"), placed(WatchList, 1, 1, "b", "ship")}), "ab")
      << "types of the user's own contend among themselves";
  EXPECT_EQ(decided({placed(WatchList, 0, 2, "a", "ship"), placed(WatchList, 1, 1, "b", "ship")}),
            "a");
}

TEST(DecideOverlaps, NoTwoShareATokenAndNoneIsLeftOutForNothing) {
  EXPECT_TRUE(rc::check([] {
    std::vector<PlacedMention> all;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) {
      const auto first = *rc::gen::inRange<std::uint32_t>(0, 40);
      const auto source = static_cast<MentionSource>(*rc::gen::inRange(0, 4));
      all.push_back(
          placed(source, first, first + *rc::gen::inRange<std::uint32_t>(0, 4), std::to_string(i)));
    }
    std::vector<PlacedMention> kept = all;
    decide_overlaps(kept);
    const auto overlap = [](const PlacedMention& a, const PlacedMention& b) {
      return a.first <= b.last && b.first <= a.last;
    };
    for (std::size_t i = 1; i < kept.size(); ++i) RC_ASSERT(kept[i - 1].last < kept[i].first);
    for (const PlacedMention& one : all) {
      RC_ASSERT(std::any_of(kept.begin(), kept.end(),
                            [&](const PlacedMention& other) { return overlap(one, other); }));
    }
    std::vector<PlacedMention> again = kept;
    decide_overlaps(again);
    RC_ASSERT(again.size() == kept.size());
  }));
}

TEST(PlaceMentions, FindsTheTokensASpanTouches) {
  Analyzer analyzer;
  TokenList title, body;
  const std::string text = "Mr. Clinton's  U.S. firm ...";
  analyzer.analyze(text, body);
  const auto tokens_of = [&](Span bytes) {
    const auto found =
        place_mentions({{Person, TextPart::Body, Model, bytes, "x", {}}}, title, body);
    return found.empty() ? "none"
                         : std::to_string(found[0].first) + "-" + std::to_string(found[0].last);
  };
  EXPECT_EQ(tokens_of({4, 11}), "1-1") << "a part of a token";
  EXPECT_EQ(tokens_of({0, 11}), "0-1");
  EXPECT_EQ(tokens_of({15, 24}), "2-3");
  EXPECT_EQ(tokens_of({25, 28}), "none") << "no word";
  EXPECT_EQ(tokens_of({13, 15}), "none") << "white space";
}

}  // namespace
}  // namespace morgue
