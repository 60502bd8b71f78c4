// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive holds of whom: copies of a text, and holes.
#include <sstream>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string kStory =
    "The harbour board of Ostermere voted on Tuesday to raise its fees by a tenth, the first rise "
    "in nine years. Fishermen protested outside the hall; the board said that dredging the channel "
    "had cost twice what was planned. The new fees apply from May. We had no choice, said its "
    "chair, Priya Hallett, who has led the board since 2019 and leaves it in June.";

class CopiesTest : public Programs {
 protected:
  CopiesTest() {
    folder.write("a.jsonl", article("wire")
                                    .title("Fees rise")
                                    .body(kStory)
                                    .on("2024-05-07")
                                    .source("Wire")
                                    .json_line() +
                                article("post")
                                    .title("Higher fees")
                                    .body("OSTERMERE (Wire) - " + kStory)
                                    .on("2024-05-08")
                                    .source("Post")
                                    .json_line() +
                                article("other")
                                    .title("Fish")
                                    .body("Another story about fees and fish.")
                                    .on("2024-09-01")
                                    .source("Post")
                                    .json_line());
    folder.write("late.jsonl", article("herald")
                                   .title("Fees")
                                   .body(kStory.substr(0, 250))
                                   .on("2024-05-09")
                                   .source("Herald")
                                   .json_line());
    index({"add", "news.morgue", "a.jsonl", "-q"});
  }

  std::vector<std::string> lines(const std::vector<std::string>& args) const {
    std::istringstream in(query(args).out);
    std::vector<std::string> found;
    for (std::string line; std::getline(in, line);) found.push_back(line);
    return found;
  }
};

TEST_F(CopiesTest, ATextIsListedOnceByItsEarliestCopy) {
  const Outcome screen = query({"fees"});
  EXPECT_THAT(screen.out, HasSubstr("3 articles (2 distinct) for fees"));
  EXPECT_THAT(screen.out, HasSubstr("id wire  +1 copy in 1 outlet\n"));
  EXPECT_THAT(screen.out, Not(HasSubstr("id post")));
  const json page = json::parse(query({"fees", "--json", "--facet", "source"}).out);
  EXPECT_EQ(page["total"], 3);
  EXPECT_EQ(page["distinct"], 2);
  EXPECT_EQ(page["facets_count"], "all");
  EXPECT_EQ(page["facets"]["source"][0]["value"], "Post");
  EXPECT_EQ(page["facets"]["source"][0]["count"], 2);
}

TEST_F(CopiesTest, NoneIsEverDropped) {
  EXPECT_THAT(lines({"fees", "--ids"}), testing::UnorderedElementsAre("wire", "post", "other"));
  EXPECT_EQ(lines({"fees", "--jsonl", "--copies", "all"}).size(), 3U);
  EXPECT_THAT(lines({"fees", "--ids", "--copies", "only"}),
              testing::UnorderedElementsAre("wire", "post"));
  EXPECT_EQ(query({"count", "fees"}).out, "3\n");
  EXPECT_EQ(query({"count", "fees", "--copies", "collapse"}).out, "2\n");
  EXPECT_EQ(query({"fees source:Post", "--ids", "--copies", "collapse"}).out.size(),
            std::string("post\nother\n").size())
      << "the first that matches stands for all";
  EXPECT_EQ(query({"fees", "--copies", "some"}).exit_code, 2);
}

TEST_F(CopiesTest, ACopyThatComesLaterJoinsTheOthers) {
  ASSERT_EQ(index({"add", "news.morgue", "late.jsonl", "-q"}).exit_code, 0);
  const json copies = json::parse(query({"copies", "herald", "--json"}).out)["copies"];
  ASSERT_EQ(copies.size(), 3U);
  EXPECT_EQ(copies[0]["id"], "wire");
  EXPECT_EQ(copies[2]["source"], "Herald");
  EXPECT_GT(copies[0]["shared"], 0.95) << "but for the word that was cut";
  EXPECT_EQ(query({"copies", "other"}).exit_code, 1);
  EXPECT_EQ(query({"copies", "none"}).exit_code, 1);

  ASSERT_EQ(index({"remove", "news.morgue", "wire"}).exit_code, 0);
  EXPECT_EQ(lines({"copies", "herald", "--csv"}).size(), 3U) << "a header and two";
}

TEST_F(CopiesTest, AreNotSoughtWhenNotWanted) {
  ASSERT_EQ(index({"add", "plain.morgue", "a.jsonl", "--copies", "off", "-q"}).exit_code, 0);
  EXPECT_EQ(query({"count", "-a", "plain.morgue", "fees", "--copies", "collapse"}).out, "3\n");
  ASSERT_EQ(index({"add", "plain.morgue", "late.jsonl", "--copies", "on", "-q"}).exit_code, 0);
  EXPECT_EQ(query({"copies", "-a", "plain.morgue", "herald"}).exit_code, 1)
      << "what was built without a sample has no copies yet";
  ASSERT_EQ(index({"compact", "plain.morgue"}).exit_code, 0);
  EXPECT_EQ(query({"copies", "-a", "plain.morgue", "herald", "-q"}).exit_code, 0);
}

TEST_F(CopiesTest, CoverageTellsHolesFromZeros) {
  index({"add", "news.morgue", "late.jsonl", "-q"});
  folder.write("more.jsonl",
               article("undated").body("No date.").source("Post").json_line() +
                   article("year").body("A year.").source("Post").on("2023").json_line() +
                   article("nobody").body("No outlet.").on("2024-05-01").json_line());
  index({"add", "news.morgue", "more.jsonl", "-q"});
  const json rows = json::parse(query({"coverage", "--json"}).out)["coverage"];
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[1]["source"], "Post");
  EXPECT_EQ(rows[1]["articles"], 4);
  EXPECT_EQ(rows[1]["first"], "2024-05");
  EXPECT_EQ(rows[1]["last"], "2024-09");
  EXPECT_EQ(rows[1]["undated"], 1);
  EXPECT_EQ(rows[1]["copies"], 1);
  EXPECT_EQ(rows[1]["gaps"], json({"2024-06..2024-08"}));
  EXPECT_EQ(rows[3]["source"], "") << "what is not known comes last";
  EXPECT_THAT(query({"coverage"}).out, HasSubstr("(not known)"));
  EXPECT_THAT(lines({"coverage", "--months", "--csv", "source:Post"}),
              testing::ElementsAre("source,period,articles,query", StartsWith("Post,2023,1,"),
                                   StartsWith("Post,2024-05,1,"), StartsWith("Post,2024-06,0,"),
                                   StartsWith("Post,2024-07,0,"), StartsWith("Post,2024-08,0,"),
                                   StartsWith("Post,2024-09,1,"), StartsWith("Post,undated,1,")));
  EXPECT_EQ(query({"coverage", "source:Nobody"}).exit_code, 1);
}

}  // namespace
}  // namespace morgue::test_support
