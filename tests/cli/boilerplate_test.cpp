// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs that many articles of one outlet have.
#include <string>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string kLine = "Follow the Post for its newsletter, by Priya Hallett.";

class BoilerplateTest : public Programs {
 protected:
  BoilerplateTest() {
    folder.write("first.jsonl", articles("Post", 0, 19));
    folder.write("more.jsonl", articles("Post", 19, 3));
    folder.write("other.jsonl",
                 articles("Herald", 0, 5) +
                     article("own").source("Post").body("A newsletter of fish.").json_line());
  }

  static std::string articles(const std::string& outlet, int first, int count) {
    std::string lines;
    for (int i = first; i < first + count; ++i) {
      const std::string number = std::to_string(i);
      lines += article(outlet + number)
                   .title("Harbour " + number)
                   .body("The harbour has " + number + " boats.\n\n" + kLine + "\n\nAnother has " +
                         number + ".")
                   .source(outlet)
                   .on("2024-05-07")
                   .lang("en")
                   .json_line();
    }
    return lines;
  }

  Outcome add(const std::string& input, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"add", "news.morgue", input};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return index(std::move(arguments));
  }
};

TEST_F(BoilerplateTest, IsTextUntilManyArticlesOfItsOutletHaveIt) {
  EXPECT_THAT(add("other.jsonl").err, Not(HasSubstr("boilerplate")));
  add("first.jsonl");
  EXPECT_EQ(count("newsletter"), "25");
  EXPECT_EQ(count("boiler:newsletter"), "0");

  EXPECT_THAT(add("more.jsonl").err,
              HasSubstr("boilerplate  1 paragraph of 20 or more articles of one outlet, in 22 "
                        "articles: boiler:word finds them\n"));
  EXPECT_EQ(count("newsletter"), "6") << "the Herald's, and the one that writes of it";
  EXPECT_EQ(count("boiler:newsletter"), "22");
  EXPECT_EQ(count("boiler:\"follow the post\""), "22");
  EXPECT_EQ(count("has:boiler"), "22");
  EXPECT_EQ(count("missing:boiler"), "6");
  EXPECT_EQ(count("boats"), "27") << "the rest of the article is as it was";
  EXPECT_EQ(count("\"boats follow\""), "5");
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);

  // With three articles less it is text again.
  index({"remove", "news.morgue", "Post0", "Post1", "Post2"});
  EXPECT_EQ(count("newsletter"), "25");
  EXPECT_EQ(count("has:boiler"), "0");
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

TEST_F(BoilerplateTest, IsTheSameHoweverArticlesCame) {
  add("other.jsonl");
  add("first.jsonl");
  add("more.jsonl");
  index({"add", "once.morgue", "other.jsonl", "first.jsonl", "more.jsonl", "--jobs", "4"});
  const auto all = [&](const std::string& archive) {
    std::string found;
    for (const char* text : {"newsletter", "boiler:newsletter", "words:<11", "person:hallett"}) {
      found += query({"-a", archive, text, "--ids", "--sort", "date"}).out + "\n";
    }
    return found + query({"-a", archive, "terms", "newsletter"}).out;
  };
  EXPECT_EQ(all("news.morgue"), all("once.morgue"));
  EXPECT_EQ(digest("news.morgue"), digest("once.morgue"));
  index({"compact", "news.morgue"});
  EXPECT_EQ(all("news.morgue"), all("once.morgue"));
}

TEST_F(BoilerplateTest, IsShownAndCountedNowhereElse) {
  add("first.jsonl");
  add("more.jsonl");
  const json hit = json::parse(query({"harbour", "--jsonl", "--limit", "1"}).out);
  EXPECT_THAT(hit["snippet"].get<std::string>(), Not(HasSubstr("newsletter")));
  EXPECT_THAT(hit["snippet"].get<std::string>(), HasSubstr("boats. Another has 0."));
  const json shown = json::parse(query({"show", "Post3", "--json"}).out);
  EXPECT_THAT(shown["body"].get<std::string>(), HasSubstr(kLine)) << "the article is whole";
  EXPECT_EQ(shown["boilerplate"], json::parse("[[26, 79]]"));
  EXPECT_THAT(query({"show", "Post3"}).out, HasSubstr(kLine));
  EXPECT_THAT(query({"show", "Post3"}).out, HasSubstr("1 paragraph of many articles"));
  EXPECT_THAT(query({"frequency", "*", "--limit", "0"}).out, Not(HasSubstr("newsletter")));
  EXPECT_EQ(query({"terms", "newsletter"}).out, "");
  EXPECT_THAT(query({"kwic", "newsletter"}).out, "");
  const json info = json::parse(index({"info", "news.morgue", "--json"}).out);
  EXPECT_EQ(info["boilerplate"], json::parse(R"({"min":20,"paragraphs":1,"articles":22})"));
}

TEST_F(BoilerplateTest, IsFoundByTheNumberAskedForOrNotAtAll) {
  add("first.jsonl", {"--boilerplate", "off"});
  add("more.jsonl");
  EXPECT_EQ(count("newsletter"), "22") << "the archive remembers";
  EXPECT_THAT(index({"info", "news.morgue"}).out, HasSubstr("not looked for"));
  add("more.jsonl", {"--boilerplate", "on"});
  EXPECT_EQ(count("newsletter"), "0") << "though nothing new was read";
  add("other.jsonl", {"--boilerplate-min", "5"});
  EXPECT_EQ(count("boiler:newsletter"), "27");
  add("other.jsonl", {"--boilerplate-min", "6"});
  EXPECT_EQ(count("boiler:newsletter"), "22");
  EXPECT_EQ(count("newsletter"), "6");
  EXPECT_EQ(add("other.jsonl", {"--boilerplate-min", "1"}).exit_code, 2);
}

}  // namespace
}  // namespace morgue::test_support
