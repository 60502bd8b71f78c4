// SPDX-License-Identifier: GPL-3.0-or-later
// How a query is explained: the parts of a score are the score.
#include <cmath>
#include <string>

#include <gmock/gmock.h>

#include "tests/unit/query/run/sample_archive.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

SearchRequest request_for(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.limit = 3;
  request.today = 20'000;
  return request;
}

// Each way in which a query makes a score.
const char* const kQueries[] = {
    "Morena",
    "Morena AND tariffs",
    "Morena OR tariffs OR aranceles",
    "Morena XOR tariffs",
    "tariffs AND NOT Morena AND date:2025",
    "\"new tariffs\" OR Sheinbaum",
    "tarif* AND Morena^3",
    "(Morena^0.5 OR tariffs)^2 AND Mexico",
    "title:tariffs AND Mexico",
    "source:ledger OR tariffs",
    "Morena W/9 tariffs",
    "(Morena OR Sheinbaum) W/9 (tariffs OR \"trade war\")",
    "ATLEAST2(tariffs OR aranceles) AND Mexico",
    "FIRST/50(tariffs AND Mexico)",
    "tariffs NOT W/3 steel",
    "CAPS(Morena) AND =Mexico",
    "person:Sheinbaum AND tariffs",
    "tariffs tariffs Mexico",
    "*",
};

void check_sums(Searcher& searcher, const SearchRequest& request) {
  const auto explained = searcher.explain(request);
  ASSERT_TRUE(explained) << request.query << ": " << explained.error().message;
  const auto page = searcher.search(request);
  ASSERT_TRUE(page);
  ASSERT_EQ(explained->best.size(), page->hits.size()) << request.query;
  for (std::size_t i = 0; i < page->hits.size(); ++i) {
    const ScoredHit& hit = explained->best[i];
    EXPECT_EQ(hit.id, page->hits[i].article.id) << request.query;
    EXPECT_EQ(hit.score, page->hits[i].score) << request.query;
    double sum = 0;
    for (const ScorePart& part : hit.parts) {
      EXPECT_GE(part.from_title, 0);
      EXPECT_GE(part.from_body, 0);
      sum += part.score();
    }
    EXPECT_LT(std::abs(sum - hit.score), 1e-6) << request.query << " " << hit.id;
  }
}

TEST(ExplainLaw, ThePartsAddUpToTheScore) {
  Searcher searcher = test::open_sample();
  for (const char* query : kQueries) check_sums(searcher, request_for(query));
}

TEST(ExplainLaw, AlsoForAnyWordAndForNewness) {
  Searcher searcher = test::open_sample();
  SearchRequest any = request_for("what did Morena say of the new tariffs in the U S");
  any.any = any.literal = true;
  check_sums(searcher, any);
  SearchRequest recent = request_for("Morena AND tariffs");
  recent.decay = {30, 20'000};
  check_sums(searcher, recent);
}

TEST(Explain, TellsTitleFromBody) {
  Searcher searcher = test::open_sample();
  const auto in_title = searcher.explain(request_for("title:tariffs"));
  ASSERT_FALSE(in_title->best.empty());
  EXPECT_GT(in_title->best[0].parts[0].from_title, 0);
  EXPECT_EQ(in_title->best[0].parts[0].from_body, 0);
  const auto in_body = searcher.explain(request_for("tariffs AND NOT title:tariffs"));
  ASSERT_FALSE(in_body->best.empty());
  EXPECT_EQ(in_body->best[0].parts[0].from_title, 0);
  EXPECT_GT(in_body->best[0].parts[0].from_body, 0);
}

TEST(Explain, ShowsTreeWordsAndPlan) {
  Searcher searcher = test::open_sample();
  const auto explained = searcher.explain(request_for("Morena tarif*"));
  EXPECT_EQ(explained->canonical, "Morena AND tarif*");
  EXPECT_THAT(explained->tree, ElementsAre("AND", "  Morena", "  tarif*"));
  ASSERT_EQ(explained->expansions.size(), 2U);
  EXPECT_EQ(explained->expansions[1].typed, "tarif*");
  for (const auto& [word, articles] : explained->expansions[1].words) {
    EXPECT_EQ(articles, searcher.count(request_for("\"" + word + "\""))->total) << word;
  }
  EXPECT_THAT(explained->plan.front(), "AND");
  const auto near = searcher.explain(request_for("(a b) W/3 c"));
  EXPECT_THAT(testing::PrintToString(near->plan), HasSubstr("Positions("));
  EXPECT_THAT(searcher.explain(request_for("qqxx"))->best, IsEmpty());
}

}  // namespace
}  // namespace morgue
