// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of copies, whatever is searched for: none is ever lost, and all numbers agree.
#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/run/searcher.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::TempDir;

constexpr int kStories = 12;
constexpr std::size_t kWords = 60;

/// Words that all stories share, so that queries find some of each, and words of its own.
std::string story_text(int story) {
  std::mt19937 random(static_cast<std::uint32_t>(story) + 1);
  std::string text;
  for (std::size_t i = 0; i < kWords; ++i) {
    const bool common = random() % 4 == 0;
    text += common ? "common" + std::string(1, static_cast<char>('a' + random() % 6))
                   : "own" + std::string(1, static_cast<char>('a' + story)) +
                         std::string(1, static_cast<char>('a' + random() % 26)) +
                         std::string(1, static_cast<char>('a' + random() % 26));
    text += i % 12 == 11 ? ". " : " ";
  }
  return text;
}

Article random_article(std::mt19937& random, int number) {
  const int story = static_cast<int>(random() % kStories);
  std::string body = story_text(story);
  const auto fate = random() % 4;
  if (fate == 0) body.resize(body.size() * 2 / 3);
  if (fate == 1) body = "A line of the agency. " + body;
  test_support::ArticleBuilder article("a" + std::to_string(number));
  article.title("Headline " + std::to_string(random() % 5)).body(body).lang("en");
  if (random() % 8 != 0) article.source("Outlet " + std::to_string(random() % 5));
  if (random() % 8 != 0) article.on("2024-05-0" + std::to_string(1 + random() % 7));
  return article.build();
}

const char* const kQueries[] = {"commona",
                                "commona AND commonb",
                                "commonc OR commond",
                                "title:headline",
                                "commona source:\"Outlet 1\"",
                                "commonb date:2024-05-03..",
                                "commone -commonf",
                                "nothing"};

class CopiesLaws : public testing::TestWithParam<std::uint32_t> {
 protected:
  void SetUp() override {
    std::mt19937 random(GetParam());
    // The second run replaces some articles, so that copies are hidden, and joins copies later.
    for (int run = 0; run < 2; ++run) {
      std::string lines;
      for (int i = 0; i < 60; ++i) {
        lines += test_support::json_line(random_article(random, static_cast<int>(random() % 90)));
      }
      const auto file = folder_.write("run" + std::to_string(run) + ".jsonl", lines);
      ASSERT_EQ(test_support::index_inputs(folder_ / "a.morgue", {file}), ExitCode::Done);
    }
    searcher_ = std::make_unique<Searcher>(Searcher::open({(folder_ / "a.morgue").string()}));
  }

  ResultPage search(const std::string& query, ListedCopies listed,
                    CountedCopies counted = CountedCopies::All, std::uint64_t limit = 0) {
    SearchRequest request;
    request.query = query;
    request.limit = limit;
    // The words' places count for the best alone, and fewer hits are listed without copies.
    request.ranking.adjacency_depth = 1'000;
    request.listed_copies = listed;
    request.counted_copies = counted;
    request.facets = {{"source", 100}, {"month", 100}, {"day", 100}};
    auto page = searcher_->search(request);
    EXPECT_TRUE(page) << query;
    return page ? std::move(*page) : ResultPage();
  }

  std::vector<std::string> group_of(const std::string& id) const {
    std::vector<std::string> ids;
    for (const Article& article : searcher_->copies(id)) ids.push_back(article.id);
    return ids;
  }

  static std::vector<std::string> ids_of(const ResultPage& page) {
    std::vector<std::string> ids;
    for (const Hit& hit : page.hits) ids.push_back(hit.article.id);
    return ids;
  }

  TempDir folder_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_P(CopiesLaws, AGroupIsTheSameAskedByAnyOfIt) {
  std::size_t copies = 0;
  for (const Hit& hit : search("*", ListedCopies::All).hits) {
    const auto group = group_of(hit.article.id);
    EXPECT_EQ(std::count(group.begin(), group.end(), hit.article.id), 1);
    EXPECT_EQ(group_of(group.front()), group);
    copies += group.size() > 1 ? 1 : 0;
  }
  EXPECT_GT(copies, 20U) << "nothing is tested";
}

TEST_P(CopiesLaws, TheFirstThatMatchesStandsForAll) {
  for (const std::string query : kQueries) {
    SCOPED_TRACE(query);
    const ResultPage all = search(query, ListedCopies::All);
    const std::vector<std::string> found = ids_of(all);
    const std::set<std::string> matching(found.begin(), found.end());
    std::vector<std::string> expected;
    std::map<std::string, std::uint64_t> copies;
    for (const std::string& id : found) {
      for (const std::string& member : group_of(id)) {
        if (matching.count(member) == 0) continue;
        if (member == id) expected.push_back(id);
        ++copies[member];
        break;
      }
    }
    const ResultPage page = search(query, ListedCopies::First);
    EXPECT_EQ(ids_of(page), expected) << "in the same order";
    for (const Hit& hit : page.hits) {
      EXPECT_EQ(hit.copies, copies[hit.article.id]) << hit.article.id;
      EXPECT_LT(hit.outlets, hit.copies);
    }
    for (const ResultPage& one : {all, page}) {
      EXPECT_EQ(one.total, found.size());
      EXPECT_EQ(one.distinct, expected.size());
    }
  }
}

TEST_P(CopiesLaws, OnlyListsWhatHasCopies) {
  for (const std::string query : kQueries) {
    SCOPED_TRACE(query);
    std::vector<std::string> expected;
    for (const std::string& id : ids_of(search(query, ListedCopies::All))) {
      if (group_of(id).size() > 1) expected.push_back(id);
    }
    const ResultPage page = search(query, ListedCopies::Only);
    EXPECT_EQ(ids_of(page).size(), expected.size());
    EXPECT_TRUE(std::is_permutation(expected.begin(), expected.end(), ids_of(page).begin()));
    EXPECT_EQ(page.total, expected.size());
  }
}

TEST_P(CopiesLaws, FacetsCountWhatTheirQueriesFind) {
  for (const std::string query : kQueries) {
    for (const ListedCopies listed : {ListedCopies::All, ListedCopies::First}) {
      for (const CountedCopies counted : {CountedCopies::All, CountedCopies::Once}) {
        const ResultPage page = search(query, listed, counted);
        const auto expect = [&](const std::string& row_query, std::uint64_t count) {
          SearchRequest request;
          request.query = row_query;
          const auto found = searcher_->count(request);
          ASSERT_TRUE(found);
          EXPECT_EQ(counted == CountedCopies::Once ? found->distinct : found->total, count)
              << row_query;
        };
        for (const Facet& facet : page.facets) {
          for (const FacetRow& row : facet.rows) expect(row.query, row.count);
          expect(facet.missing_query, facet.missing);
        }
      }
    }
  }
}

TEST_P(CopiesLaws, PagesAreTheWholeInPieces) {
  for (const std::string query : kQueries) {
    const auto whole = ids_of(search(query, ListedCopies::First));
    SearchRequest request;
    request.query = query;
    request.listed_copies = ListedCopies::First;
    request.limit = 3;
    std::vector<std::string> pieces;
    do {
      const auto page = searcher_->search(request);
      ASSERT_TRUE(page);
      for (const Hit& hit : page->hits) pieces.push_back(hit.article.id);
      request.after = page->next;
    } while (!request.after.empty());
    EXPECT_EQ(pieces, whole) << query;
  }
}

// Segments are how the articles came, and say nothing of what they are.
TEST_P(CopiesLaws, DoNotDependOnSegments) {
  const auto groups = [&] {
    std::set<std::vector<std::string>> all;
    for (const Hit& hit : search("*", ListedCopies::All).hits) {
      all.insert(group_of(hit.article.id));
    }
    return all;
  };
  const auto before = groups();
  std::string lines;
  for (const Hit& hit : search("*", ListedCopies::All).hits) {
    lines = test_support::json_line(hit.article) + lines;
  }
  const auto file = folder_.write("again.jsonl", lines);
  ASSERT_EQ(test_support::index_inputs(folder_ / "b.morgue", {file}), ExitCode::Done);
  searcher_ = std::make_unique<Searcher>(Searcher::open({(folder_ / "b.morgue").string()}));
  EXPECT_EQ(groups(), before);
}

INSTANTIATE_TEST_SUITE_P(Seeds, CopiesLaws, testing::Range(1U, 7U));

}  // namespace
}  // namespace morgue
