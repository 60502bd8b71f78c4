// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/copies/find_copies.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/indexer/copies/made_texts.h"

namespace morgue {
namespace {

using test_support::made_text;
using test_support::sketch;

struct Sample {
  Publication publication;
  std::uint64_t id = 0;
  TextSketch sketch;
};

SketchList list_of(const std::vector<Sample>& samples) {
  SketchList list;
  for (const Sample& sample : samples) list.add(sample.publication, sample.id, sample.sketch);
  return list;
}

/// Groups as ids, so that they can be compared whatever the order of the list.
std::set<std::vector<std::uint64_t>> ids_of(const std::vector<Copies>& groups,
                                            const std::vector<Sample>& samples) {
  std::set<std::vector<std::uint64_t>> ids;
  for (const Copies& group : groups) {
    std::vector<std::uint64_t> members;
    for (const std::uint32_t member : group) members.push_back(samples[member].id);
    ids.insert(members);
  }
  return ids;
}

/// Stories told by several outlets, whole, cut, or with an end of another's.
std::vector<Sample> random_samples(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<Sample> samples;
  for (std::size_t i = 0; i < count; ++i) {
    const auto story = static_cast<std::uint32_t>(random() % (count / 5));
    const std::size_t words = 60 + random() % 240;
    std::string text = made_text(story, words, random() % 30);
    if (random() % 3 == 0) text += made_text(story + 1, random() % 200);
    const Publication publication{static_cast<std::int32_t>(20'000 + random() % 6), random() % 6};
    samples.push_back({publication, i, sketch(text)});
  }
  return samples;
}

/// The rule of the header over all pairs.
std::vector<Copies> by_brute_force(const SketchList& list) {
  const std::vector<std::uint32_t> order = list.order();
  std::vector<std::uint32_t> firsts;
  std::map<std::uint32_t, Copies> groups;
  for (const std::uint32_t article : order) {
    double most = 0;
    std::uint32_t joined = article;
    for (const std::uint32_t first : firsts) {
      const double part = copied_part(list.sketch(article), list.publication(article),
                                      list.sketch(first), list.publication(first));
      if (part <= most) continue;
      most = part;
      joined = first;
    }
    if (joined == article) firsts.push_back(article);
    groups[joined].push_back(article);
  }
  std::vector<Copies> found;
  for (const std::uint32_t first : firsts) {
    if (groups[first].size() > 1) found.push_back(groups[first]);
  }
  return found;
}

TEST(FindCopies, TheEarliestStandsForAll) {
  const TextSketch story = sketch(made_text(1, 200));
  const std::vector<Sample> samples = {{{20'003, 1}, 10, story},
                                       {{20'001, 2}, 11, story},
                                       {{kUndated, 3}, 12, story},
                                       {{20'001, 4}, 13, sketch(made_text(1, 150))},
                                       {{20'000, 5}, 14, sketch(made_text(2, 200))}};
  const std::vector<Copies> groups = find_copies(list_of(samples));
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups.front(), (Copies{1, 3, 0, 2}))
      << "by day, of one day the longer first, undated last";
}

TEST(FindCopies, NothingIsACopyOfNothing) {
  EXPECT_TRUE(find_copies({}).empty());
  EXPECT_TRUE(find_copies(list_of({{{20'000, 1}, 1, {}}, {{20'000, 2}, 2, {}}})).empty());
}

class FindCopiesLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(FindCopiesLaws, AreThoseOfBruteForce) {
  const std::vector<Sample> samples = random_samples(GetParam(), 150);
  const SketchList list = list_of(samples);
  const auto expected = by_brute_force(list);
  EXPECT_GT(expected.size(), 10U);
  EXPECT_EQ(ids_of(find_copies(list), samples), ids_of(expected, samples));
}

TEST_P(FindCopiesLaws, DoNotDependOnTheOrderOfArticles) {
  std::vector<Sample> samples = random_samples(GetParam(), 150);
  const auto before = ids_of(find_copies(list_of(samples)), samples);
  std::shuffle(samples.begin(), samples.end(), std::mt19937(GetParam()));
  EXPECT_EQ(ids_of(find_copies(list_of(samples)), samples), before);
}

TEST_P(FindCopiesLaws, DoNotDependOnTheMemory) {
  const std::vector<Sample> samples = random_samples(GetParam(), 150);
  const SketchList list = list_of(samples);
  for (const std::size_t most_hashes : {1U, 100U, 5'000U}) {
    EXPECT_EQ(find_copies(list, most_hashes), find_copies(list)) << most_hashes;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, FindCopiesLaws, testing::Range(1U, 31U));

}  // namespace
}  // namespace morgue
