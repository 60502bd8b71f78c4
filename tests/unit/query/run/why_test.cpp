// SPDX-License-Identifier: GPL-3.0-or-later
// Why a query finds nothing: every number that is given is what the searcher counts.
#include <set>
#include <string>

#include <gmock/gmock.h>

#include "query/run/why_finder.h"
#include "tests/unit/query/run/sample_archive.h"

namespace morgue {
namespace {

SearchRequest request_for(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.limit = 0;
  request.want_articles = false;
  request.today = 20'000;
  return request;
}

std::set<std::string> ids_of(Searcher& searcher, const std::string& query) {
  const auto page = searcher.search(request_for(query));
  std::set<std::string> ids;
  if (!page) {
    ADD_FAILURE() << query << ": " << page.error().message;
    return ids;
  }
  for (const Hit& hit : page->hits) ids.insert(hit.article.id);
  return ids;
}

Why why_of(Searcher& searcher, const std::string& query) {
  SearchRequest request = request_for(query);
  request.why = WhyWhen::Always;
  const auto page = searcher.count(request);
  if (!page || !page->why) {
    ADD_FAILURE() << query;
    return {};
  }
  return *page->why;
}

TEST(Why, IsThereWhenItIsAskedFor) {
  Searcher searcher = test::open_sample();
  SearchRequest request = request_for("Morena");
  EXPECT_FALSE(searcher.count(request)->why) << "never, unless asked";
  request.why = WhyWhen::NoHits;
  EXPECT_FALSE(searcher.count(request)->why) << "something was found";
  request.query = "tarrifs";
  EXPECT_TRUE(searcher.count(request)->why);
  EXPECT_TRUE(searcher.search(request)->why);
  request.why = WhyWhen::Always;
  request.query = "Morena";
  EXPECT_TRUE(searcher.search(request)->why);
}

TEST(Why, NamesTheClauseThatEmptiesTheSetAndTheWordThatWasMeant) {
  Searcher searcher = test::open_sample();
  const Why why = why_of(searcher, "Morena AND tarrifs AND NOT rain");
  ASSERT_EQ(why.clauses.size(), 3U);
  EXPECT_GT(why.clauses[0].articles, 0U);
  EXPECT_EQ(why.clauses[1].articles, 0U);
  EXPECT_TRUE(why.clauses[2].unwanted);
  EXPECT_EQ(why.emptied_by, 1U);
  ASSERT_EQ(why.respellings.size(), 1U);
  EXPECT_EQ(why.respellings[0].clause, 1U);
  EXPECT_EQ(why.respellings[0].meant, "tariffs");
  EXPECT_EQ(why.respellings[0].query, "Morena AND tariffs AND NOT rain");
  EXPECT_GT(why.respellings[0].total, 0U);
}

TEST(Why, WordsAreRespeltWhereTheyStand) {
  Searcher searcher = test::open_sample();
  const auto respelt = [&](const std::string& query) {
    const Why why = why_of(searcher, query);
    return why.respellings.empty() ? "" : why.respellings[0].query;
  };
  EXPECT_EQ(respelt("person:Shienbaum"), "person:sheinbaum") << "in a field";
  EXPECT_EQ(respelt("\"new tarrifs\""), "\"new tariffs\"") << "in a phrase";
  EXPECT_EQ(respelt("Morena W/9 tarrifs"), "Morena W/9 tariffs") << "in a proximity";
  EXPECT_EQ(respelt("\"new tarrifs\" AND Shienbaum AND tarrifs"),
            "\"new tariffs\" AND sheinbaum AND tariffs")
      << "all of them";
  EXPECT_EQ(respelt("NOT tarrifs"), "") << "what is not wanted finds nothing by right";
  EXPECT_EQ(respelt("=Tarrifs"), "") << "what is exact is meant so";
  EXPECT_EQ(respelt("tariffs"), "") << "a common word is right";
  EXPECT_EQ(respelt("x2"), "") << "too short to guess, and a number";
}

// What finds nothing, and what finds something, in every part of the language.
const char* const kQueries[] = {
    "Morena AND tarrifs",
    "\"tariffs new Mexico\" AND date:2019",
    "\"Mexico tariffs\"",
    "=\"NEW TARIFFS\"",
    "harbour W/1 tariffs W/1 Morena",
    "tariffs PRE/2 Mexico",
    "Morena W/S tariffs",
    "Morena W/2 =TARIFFS",
    "=MORENA AND NOT tariffs",
    "title:\"tariffs announced\" AND zebra AND qqxx",
    "title:(Morena AND tariffs)",
    "source:Ostermer OR byline:Sheinbaum",
    "source:=Ostermere AND tariffs",
    "person:Shienbaum AND tariffs",
    "ATLEAST9(tariffs) AND Morena",
    "FIRST/3(tariffs)",
    "ALLCAPS(Morena)",
    "tariffs AND date:2024-03 AND lang:es",
    "tariffs AND NOT Mexico AND NOT Morena",
    "(tariffs OR aranceles) AND Sheinbaum AND date:2025",
    "tariffs XOR =MORENA",
    "tariffs NOT W/9 =MEXICO",
    "tarif*~2",
    "\"(new|old) _ tarif*\"",
    "Morena^2 AND tarrifs~1",
    "Morena AND tarrifs AND Shienbuam AND \"steel price quota\" AND date:1999",
};

TEST(WhyLaw, WhatIsNearFindsExactlySoManyAndAllThatTheQueryFinds) {
  Searcher searcher = test::open_sample();
  std::size_t near_queries = 0;
  for (const char* query : kQueries) {
    if (!searcher.count(request_for(query))) continue;
    const Why why = why_of(searcher, query);
    const std::set<std::string> found = ids_of(searcher, query);
    EXPECT_EQ(why.total, found.size()) << query;
    EXPECT_LE(why.nearest.size(), kMostNearest);
    for (const NearQuery& near : why.nearest) {
      ++near_queries;
      const std::set<std::string> more = ids_of(searcher, near.query);
      EXPECT_EQ(more.size(), near.articles) << query << " -> " << near.query;
      EXPECT_GT(more.size(), found.size()) << query << " -> " << near.query;
      EXPECT_TRUE(std::includes(more.begin(), more.end(), found.begin(), found.end()))
          << query << " -> " << near.query;
    }
  }
  EXPECT_GT(near_queries, 30U) << "else little was tested";
}

TEST(WhyLaw, EveryCountIsThatOfItsQuery) {
  Searcher searcher = test::open_sample();
  for (const char* query : kQueries) {
    if (!searcher.count(request_for(query))) continue;
    const Why why = why_of(searcher, query);
    for (const ClauseCount& clause : why.clauses) {
      if (clause.unwanted) {
        EXPECT_EQ(clause.articles, clause.without - why.total) << query;
      } else {
        EXPECT_EQ(clause.articles, ids_of(searcher, clause.query).size()) << query;
      }
    }
    EXPECT_EQ(why.emptied_by.has_value(), why.total == 0) << query;
    for (const Respelling& respelling : why.respellings) {
      EXPECT_EQ(respelling.total, ids_of(searcher, respelling.query).size()) << query;
      EXPECT_GT(respelling.meant_articles, 0U) << query;
      if (respelling.query.find(':') == std::string::npos) {
        EXPECT_EQ(respelling.meant_articles, ids_of(searcher, respelling.meant).size()) << query;
      }
    }
  }
}

}  // namespace
}  // namespace morgue
