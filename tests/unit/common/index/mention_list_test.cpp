// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/mention_list.h"

#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

using enum EntityKind;
using enum MentionSource;
constexpr TextPart kTitle = TextPart::Title;
constexpr TextPart kBody = TextPart::Body;

rc::Gen<Mention> any_mention() {
  return rc::gen::map(
      rc::gen::tuple(rc::gen::inRange(0, 4), rc::gen::inRange(0, 2), rc::gen::inRange(0, 4),
                     rc::gen::inRange<std::uint32_t>(0, 100'000),
                     rc::gen::inRange<std::uint32_t>(0, 300),
                     rc::gen::elementOf(std::vector<std::string>{"Ana Ruiz", "Ruiz", "", "México"}),
                     rc::gen::elementOf(std::vector<std::string>{"", "ship", "company"})),
      [](const auto& parts) {
        const auto& [kind, part, source, begin, length, name, facet] = parts;
        Mention mention{static_cast<EntityKind>(kind),
                        static_cast<TextPart>(part),
                        static_cast<MentionSource>(source),
                        {begin, begin + length},
                        name,
                        {}};
        if (mention.kind == Misc) mention.facet = facet;
        return mention;
      });
}

TEST(MentionList, EveryListComesBack) {
  EXPECT_TRUE(rc::check([] {
    auto mentions = *rc::gen::container<std::vector<Mention>>(any_mention());
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
      return std::tuple(a.part, a.bytes.begin) < std::tuple(b.part, b.bytes.begin);
    });
    const auto back = decode_mentions(encode_mentions(mentions));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == mentions);
  }));
}

TEST(MentionList, TakesAFewBytesAMention) {
  EXPECT_EQ(encode_mentions({}), "");
  const std::string name = "Claudia Sheinbaum Pardo";
  std::vector<Mention> mentions;
  for (std::uint32_t i = 0; i < 20; ++i) {
    mentions.push_back({Person, kBody, Model, {i * 100, i * 100 + 9}, name, {}});
  }
  EXPECT_LE(encode_mentions(mentions).size(), name.size() + 20 * 3 + 6);
}

TEST(MentionList, WhatIsCutOrDamagedIsNone) {
  const std::string bytes =
      encode_mentions({{Organisation, kTitle, Metadata, {0, 6}, "Morena", {}},
                       {Misc, kBody, WatchList, {300, 305}, "Pemex", "company"},
                       {Place, kBody, Import, {302, 305}, "Mexico", {}}});
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_mentions(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_mentions(bytes + "x")) << "more than a list";
  EXPECT_TRUE(rc::check([&](std::uint8_t at, char byte) {
    std::string damaged = bytes;
    damaged[at % damaged.size()] = byte;
    if (const auto mentions = decode_mentions(damaged)) {
      for (const Mention& mention : *mentions) RC_ASSERT(mention.bytes.begin <= mention.bytes.end);
    }
  }));
}

}  // namespace
}  // namespace morgue
