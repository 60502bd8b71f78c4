// SPDX-License-Identifier: GPL-3.0-or-later
// What raises an article in the order of results, and that nothing of it changes which match.
#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>

#include "query/run/searcher.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::article;
using testing::ElementsAre;
using Ids = std::vector<std::string>;

constexpr std::int32_t kToday = 19'800;  // 2024-03-18

std::string words(const std::string& word, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += word + ' ';
  return text;
}

class Order : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    temp_ = std::make_unique<test_support::TempDir>();
    const auto input = *temp_ / "articles.jsonl";
    std::ofstream out(input);
    // Each pair differs in one thing only. Ties fall to the smaller id, so what should win is last.
    const auto write = [&](const std::string& id, const std::string& body,
                           const char* day = "2023-01-01") {
      out << article(id).body(body).on(day).lang("en").json_line();
    };
    write("apart", "steel " + words("filler", 9) + "quota");
    write("near", words("filler", 9) + "steel quota");
    write("plural", "harbours open soon");
    write("typed", "harbour opens soon");
    write("a-question", "what is the which of these");
    write("z-answer", "the lighthouse is dark tonight");
    write("b-letters", "the embassy of u in s today");
    write("y-initials", "the embassy of U.S. in town");
    write("c-older", "volcano erupts", "2023-03-18");
    write("d-long-before", "volcano erupts volcano", "2012-03-18");
    write("x-newer", "volcano erupts", "2024-03-18");
    out << article("undated").body("volcano erupts").lang("en").json_line();
    out.close();
    test_support::index_inputs(*temp_ / "order.morgue", {input});
    searcher_ = std::make_unique<Searcher>(Searcher::open({(*temp_ / "order.morgue").string()}));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    temp_.reset();
  }

  static Ids ids(const SearchRequest& request) {
    const auto page = searcher_->search(request);
    if (!page) return {"error: " + page.error().message};
    Ids found;
    for (const Hit& hit : page->hits) found.push_back(hit.article.id);
    return found;
  }

  static std::unique_ptr<test_support::TempDir> temp_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<test_support::TempDir> Order::temp_;
std::unique_ptr<Searcher> Order::searcher_;

SearchRequest request(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

SearchRequest any(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.any = true;
  return request;
}

SearchRequest decayed(double half_life) {
  SearchRequest request;
  request.query = "volcano";
  request.decay = Decay{half_life, kToday};
  return request;
}

TEST_F(Order, NeighboursInTheQueryAreSoughtSideBySide) {
  EXPECT_THAT(ids(request("steel quota")), ElementsAre("near", "apart"));
  EXPECT_THAT(ids(request("quota AND steel")), ElementsAre("near", "apart")) << "in either order";
  EXPECT_THAT(ids(any("steel quota")), ElementsAre("near", "apart"));
  EXPECT_THAT(ids(any("steel of the quota")),
              ElementsAre("near", "apart", "a-question", "b-letters", "y-initials", "z-answer"))
      << "across function words";
  SearchRequest off = request("steel quota");
  off.ranking.adjacency = 0;
  EXPECT_THAT(ids(off), ElementsAre("apart", "near")) << "a tie without the bonus";
  EXPECT_THAT(ids(request("steel OR quota")), ElementsAre("apart", "near"))
      << "who writes OR asks for no neighbours";
}

TEST_F(Order, TheFormThatWasTypedCountsMore) {
  EXPECT_THAT(ids(request("harbour")), ElementsAre("typed", "plural"));
  EXPECT_THAT(ids(request("harbours")), ElementsAre("plural", "typed"));
}

TEST_F(Order, WordsThatAskDoNotRank) {
  EXPECT_EQ(ids(any("what is the lighthouse")).front(), "z-answer");
  EXPECT_EQ(ids(any("what is the")).front(), "a-question") << "unless they are all there is";
}

TEST_F(Order, LettersInARowAreInitials) {
  EXPECT_THAT(ids(any("u s embassy")), ElementsAre("y-initials", "b-letters"));
}

TEST_F(Order, DecayRaisesWhatIsNew) {
  EXPECT_THAT(ids(request("volcano")),
              ElementsAre("d-long-before", "x-newer", "c-older", "undated"));
  EXPECT_THAT(ids(decayed(366)), ElementsAre("x-newer", "c-older", "d-long-before", "undated"));
  EXPECT_THAT(ids(decayed(100'000)), ElementsAre("d-long-before", "x-newer", "c-older", "undated"))
      << "what differs by little in age keeps its order";
}

TEST_F(Order, TheNewestGainsTheScoreOfTheBestMatch) {
  const auto plain = searcher_->search(request("volcano"));
  const auto fresh = searcher_->search(decayed(366));
  ASSERT_TRUE(plain && fresh);
  const double best = plain->hits[0].score;
  const double same = plain->hits[1].score;  // of the articles with the same text
  EXPECT_EQ(fresh->hits[0].article.id, "x-newer");
  EXPECT_NEAR(fresh->hits[0].score, same + best, 1e-9);
  EXPECT_NEAR(fresh->hits[1].score, same + best / 2, 1e-9) << "366 days before it";
  EXPECT_NEAR(fresh->hits[3].score, same, 1e-9) << "undated";
}

TEST_F(Order, NothingOfItChangesWhatMatches) {
  for (const bool in_or : {false, true}) {
    for (const char* query : {"steel quota", "u s embassy", "what is the volcano", "harbour"}) {
      SCOPED_TRACE(query);
      SearchRequest raised = in_or ? any(query) : request(query);
      raised.decay = Decay{30, kToday};
      SearchRequest bare = raised;
      bare.decay.reset();
      bare.ranking.adjacency = bare.ranking.typed_form = 0;
      Ids with = ids(raised);
      Ids without = ids(bare);
      std::sort(with.begin(), with.end());
      std::sort(without.begin(), without.end());
      EXPECT_EQ(with, without);
      EXPECT_EQ(searcher_->search(raised)->total, searcher_->count(raised)->total);
    }
  }
}

TEST_F(Order, PagesAreTheWholeInPieces) {
  for (const std::size_t depth : {1U, 3U, 200U}) {
    SearchRequest whole = any("the steel quota embassy of volcano");
    whole.ranking.adjacency_depth = depth;
    whole.limit = 0;
    const Ids all = ids(whole);
    ASSERT_GT(all.size(), 6U);
    Ids pieces;
    SearchRequest page = whole;
    page.limit = 2;
    for (; page.offset < all.size(); page.offset += 2) {
      const Ids here = ids(page);
      pieces.insert(pieces.end(), here.begin(), here.end());
    }
    EXPECT_EQ(pieces, all) << "depth " << depth;
  }
}

}  // namespace
}  // namespace morgue
