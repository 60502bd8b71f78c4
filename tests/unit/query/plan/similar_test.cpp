// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/similar.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "query/plan/form_matcher.h"

namespace morgue {
namespace {

TEST(SimilarWord, CountsLetters) {
  EXPECT_EQ(SimilarWord("tariff").distance("tariff", 2), 0U);
  EXPECT_EQ(SimilarWord("tariff").distance("tarriff", 2), 1U) << "one too many";
  EXPECT_EQ(SimilarWord("tariff").distance("tarif", 2), 1U) << "one missing";
  EXPECT_EQ(SimilarWord("tariff").distance("tarfif", 2), 1U) << "neighbours swapped";
  EXPECT_EQ(SimilarWord("peña").distance("pena", 2), 1U) << "letters, not bytes";
  EXPECT_EQ(SimilarWord("北京").distance("北平", 2), 1U);
  EXPECT_EQ(SimilarWord("abc").distance("xyz", 2), 3U) << "more than asked for";
  EXPECT_EQ(SimilarWord("a").distance("abcdefgh", 2), 3U);
  EXPECT_EQ(SimilarWord("ca").distance("abc", 5), 3U) << "no letter is edited twice";
}

/// The definition, without any shortcut.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(SimilarWord, IsTheDefinitionUpToTheLimit) {
  const auto word = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
  EXPECT_TRUE(rc::check([&] {
    const std::string a = *word;
    const std::string b = *word;
    for (std::size_t most = 0; most < 4; ++most) {
      RC_ASSERT(SimilarWord(a).distance(b, most) == std::min(plain_distance(a, b), most + 1));
    }
  }));
}

TEST(FormMatcher, MatchesWholeWordsOfEveryKind) {
  using Kind = bound::Leaf::Kind;
  const auto matches = [](Kind kind, const std::string& text, std::string_view form) {
    bound::Leaf leaf;
    leaf.kind = kind;
    leaf.text = text;
    leaf.distance = 1;
    const auto matcher = make_matcher(leaf);
    EXPECT_TRUE(matcher) << matcher.error().message;
    return matcher->matches(form);
  };
  EXPECT_TRUE(matches(Kind::Form, "tariff", "tariff"));
  EXPECT_FALSE(matches(Kind::Form, "tariff", "tariffs"));
  EXPECT_TRUE(matches(Kind::Pattern, "tarif*", "tariffs"));
  EXPECT_FALSE(matches(Kind::Pattern, "tarif", "tariffs"));
  EXPECT_TRUE(matches(Kind::Similar, "tarif", "tariff"));
  EXPECT_TRUE(matches(Kind::Regex, "tar(if|iff)s?", "tariffs"));
  EXPECT_FALSE(matches(Kind::Regex, "tarif", "tariff")) << "the whole word";
  EXPECT_TRUE(matches(Kind::Regex, "TARIFF", "tariff")) << "folded words have no capitals";
  EXPECT_TRUE(matches(Kind::Regex, "(a*)*b", "aaab")) << "no pattern takes long";
}

TEST(FormMatcher, RefusesAFaultyRegex) {
  bound::Leaf leaf;
  leaf.kind = bound::Leaf::Kind::Regex;
  leaf.text = "a(b";
  leaf.span = {3, 8};
  const auto matcher = make_matcher(leaf);
  ASSERT_FALSE(matcher);
  EXPECT_EQ(matcher.error().code, "Q130");
  EXPECT_EQ(matcher.error().span, (Span{3, 8}));
}

}  // namespace
}  // namespace morgue
