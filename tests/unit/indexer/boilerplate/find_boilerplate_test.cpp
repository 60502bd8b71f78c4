// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/boilerplate/find_boilerplate.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

namespace morgue {
namespace {

using Articles = std::vector<ParagraphKeys>;

constexpr ParagraphKey kLine = 100;       // even: long
constexpr ParagraphKey kShortLine = 101;  // odd: short

EachArticle each_of(const Articles& articles) {
  return [&articles](const auto& use) {
    for (const ParagraphKeys& keys : articles) use(keys);
  };
}

/// Articles of an outlet, each with a paragraph of its own, and with the lines the first so many.
Articles made(std::uint64_t outlet, int articles, ParagraphKey line, int with_line) {
  Articles all;
  for (int i = 0; i < articles; ++i) {
    const ParagraphKey own = 1'000'000 * outlet + 2 * static_cast<ParagraphKey>(i);
    all.push_back({outlet, {own}, {}});
    if (i < with_line) all.back().text.insert(all.back().text.begin(), line);
  }
  return all;
}

struct RuleCase {
  int articles, with_line;
  ParagraphKey line;
  bool found;
  const char* why;
};

constexpr RuleCase kRuleCases[] = {
    {100, 20, kLine, true, "so many are enough"},
    {100, 19, kLine, false, "one less is not"},
    {5000, 20, kLine, true, "a long paragraph in however large an outlet"},
    {400, 20, kShortLine, true, "a short one in one of twenty articles"},
    {401, 20, kShortLine, false, "a short one that others leave out: somebody said it"},
    {30, 19, kShortLine, false, "a short one is not worth less than a long one"},
};

TEST(FindBoilerplate, IsWhatManyArticlesOfAnOutletHave) {
  for (const auto& [articles, with_line, line, found, why] : kRuleCases) {
    const Articles all = made(1, articles, line, with_line);
    const std::vector<ParagraphKey> expected(found ? 1 : 0, line);
    EXPECT_EQ(find_boilerplate(each_of(all), 20), expected) << why;
  }
}

TEST(FindBoilerplate, AnArticlePrintedAgainIsNone) {
  Articles all(50, ParagraphKeys{1, {kLine, 102}, {}});
  EXPECT_TRUE(find_boilerplate(each_of(all), 2).empty());
  all.push_back({1, {kLine, 104}, {}});
  EXPECT_EQ(find_boilerplate(each_of(all), 2), std::vector{kLine});
}

TEST(FindBoilerplate, WhatIsMarkedAlreadyCountsTheSame) {
  Articles all = made(1, 40, kLine, 20);
  for (int i = 0; i < 10; ++i) {
    all[static_cast<std::size_t>(i)].text.erase(all[static_cast<std::size_t>(i)].text.begin());
    all[static_cast<std::size_t>(i)].boilerplate = {kLine};
  }
  EXPECT_EQ(find_boilerplate(each_of(all), 20), std::vector{kLine});
  EXPECT_TRUE(find_boilerplate(each_of(all), 21).empty());
}

/// The definition, with sets.
std::vector<ParagraphKey> by_definition(const Articles& articles, std::uint64_t least) {
  std::map<std::uint64_t, std::set<std::set<ParagraphKey>>> outlets;
  for (const ParagraphKeys& keys : articles) {
    std::set<ParagraphKey> all(keys.text.begin(), keys.text.end());
    all.insert(keys.boilerplate.begin(), keys.boilerplate.end());
    outlets[keys.outlet].insert(all);
  }
  std::set<ParagraphKey> found;
  for (const auto& [outlet, texts] : outlets) {
    std::map<ParagraphKey, std::uint64_t> counts;
    for (const auto& text : texts) {
      for (const ParagraphKey key : text) ++counts[key];
    }
    for (const auto& [key, count] : counts) {
      if (count >= least && (!is_short(key) || 20 * count >= texts.size())) found.insert(key);
    }
  }
  return {found.begin(), found.end()};
}

TEST(FindBoilerplate, IsTheDefinitionInWhateverOrderAndPartsItIsCounted) {
  std::size_t found = 0;
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    std::mt19937 random(seed);
    Articles all;
    for (int i = 0; i < 300; ++i) {
      const std::uint64_t outlet = random() % 4;
      std::set<ParagraphKey> text, boilerplate;
      for (auto n = random() % 6; n > 0; --n) {
        // A key is of one outlet.
        const ParagraphKey key = 1000 * outlet + random() % (random() % 2 == 0 ? 900 : 30);
        if (text.count(key) + boilerplate.count(key) > 0) continue;
        (random() % 3 == 0 ? boilerplate : text).insert(key);
      }
      if (text.empty() && boilerplate.empty()) continue;
      all.push_back({outlet, {text.begin(), text.end()}, {boilerplate.begin(), boilerplate.end()}});
    }
    const std::uint64_t least = 2 + seed % 7;
    const auto expected = by_definition(all, least);
    EXPECT_EQ(find_boilerplate(each_of(all), least), expected) << "seed " << seed;
    std::shuffle(all.begin(), all.end(), random);
    EXPECT_EQ(find_boilerplate(each_of(all), least, 50), expected) << "in parts, seed " << seed;
    found += expected.size();
  }
  EXPECT_GT(found, 500U) << "nothing is tested";
}

}  // namespace
}  // namespace morgue
