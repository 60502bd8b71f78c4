// SPDX-License-Identifier: GPL-3.0-or-later
// Names in texts: watch-lists, spans of other programs, and what becomes of both later.
#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* kList =
    "type,name,aliases\ncompany,Pemex,Petróleos Mexicanos\nperson,Marco Rubio,\n";

class EntitiesTest : public Programs {
 protected:
  EntitiesTest() {
    folder.write("a.jsonl", article("1")
                                    .title("Sheinbaum's Pemex plan")
                                    .body("Señora Sheinbaum met Rubio of the Senate.\n\n"
                                          "Petróleos Mexicanos gained.")
                                    .person("Claudia Sheinbaum")
                                    .json_line() +
                                article("2").body("Marco Rubio spoke; pemex rose.").json_line());
    folder.write("list.csv", kList);
  }

  /// Entities and mentions of an article.
  json named(const std::string& id) const {
    const json shown =
        json::parse(query({"-a", "news.morgue", "show", id, "--json", "--mentions"}).out);
    return {{"entities", shown["entities"]}, {"mentions", shown["mentions"]}};
  }

  std::string only_file(const std::string& below) const {
    const std::filesystem::directory_iterator files(folder.path() / below);
    return files->path().filename().string();
  }

  json info() const { return json::parse(index({"info", "news.morgue", "--json"}).out); }
};

TEST_F(EntitiesTest, AWatchListIsAFacetOfItsOwnAndIsKept) {
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--gazetteer", "list.csv"}).exit_code, 0);
  EXPECT_EQ(count("company:pemex"), "1") << "a name with capitals needs one in the text";
  EXPECT_EQ(count("company:=Pemex has:company"), "1");
  EXPECT_EQ(count("person:=\"Marco Rubio\""), "1");
  EXPECT_EQ(count("person:Sheinbaum PRE/1 pemex"), "1") << "a possessive";
  const Outcome facets =
      query({"-a", "news.morgue", "search", "--facet", "company", "--json", "--", "plan"});
  EXPECT_EQ(json::parse(facets.out)["facets"]["company"][0]["value"], "Pemex");
  folder.write("b.jsonl", article("3").body("Pemex again").json_line());
  folder.write("list.csv", "gone");
  ASSERT_EQ(index({"add", "news.morgue", "b.jsonl"}).exit_code, 0);
  EXPECT_EQ(count("company:=Pemex"), "2") << "a later add has the list, not the file";
  EXPECT_EQ(info()["entities"]["gazetteers"][0]["name"], "list.csv");
  EXPECT_EQ(info()["entities"]["mixed"], false);
}

TEST_F(EntitiesTest, ABadListChangesNothing) {
  folder.write("bad.csv", "type,name\ncompany,Pemex\n,X\nsource,Y\n");
  const Outcome add = index({"add", "news.morgue", "a.jsonl", "--gazetteer", "bad.csv"});
  EXPECT_EQ(add.exit_code, 2);
  EXPECT_THAT(add.err, HasSubstr("bad.csv:3: has no type"));
  EXPECT_THAT(add.err, HasSubstr("bad.csv:4: \"source\" is a field"));
  EXPECT_EQ(index({"info", "news.morgue"}).exit_code, 4) << "there is no archive";
  EXPECT_EQ(index({"add", "news.morgue", "a.jsonl", "--gazetteer", "none.csv"}).exit_code, 2);
  EXPECT_EQ(index({"add", "news.morgue", "a.jsonl", "--gazetteer", "list.csv", "--entities", "off"})
                .exit_code,
            2);
}

TEST_F(EntitiesTest, OffLeavesTheTextAloneAndMetadataIsAValue) {
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--entities", "off"}).exit_code, 0);
  EXPECT_EQ(count("person:Sheinbaum"), "1");
  EXPECT_EQ(count("person:Sheinbaum W/3 pemex"), "0");
  EXPECT_EQ(named("1")["mentions"], json::array());
  ASSERT_EQ(index({"reannotate", "news.morgue", "--entities", "metadata"}).exit_code, 0);
  EXPECT_EQ(count("person:Sheinbaum W/3 pemex"), "1");
  EXPECT_EQ(named("1")["mentions"].size(), 2U);
  EXPECT_EQ(info()["entities"]["mode"], "metadata");
}

TEST_F(EntitiesTest, AnotherSettingIsSaidAndReannotateMakesAllAlike) {
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  const std::string before = digest();
  folder.write("b.jsonl", article("3").body("Pemex again").json_line());
  const Outcome add = index({"add", "news.morgue", "b.jsonl", "--gazetteer", "list.csv"});
  EXPECT_THAT(add.err, HasSubstr("morgue-index reannotate news.morgue"));
  EXPECT_EQ(count("company:=Pemex"), "1");
  EXPECT_EQ(info()["entities"]["mixed"], true);
  const std::string with_three = digest();
  ASSERT_EQ(index({"reannotate", "news.morgue"}).exit_code, 0);
  EXPECT_EQ(count("company:=Pemex"), "2");
  EXPECT_EQ(info()["entities"]["mixed"], false);
  EXPECT_EQ(digest(), with_three) << "the articles are the same";
  folder.write("list.csv", "type,name\n");
  ASSERT_EQ(index({"reannotate", "news.morgue", "--gazetteer", "list.csv"}).exit_code, 0);
  EXPECT_EQ(info()["entities"]["gazetteers"], json::array()) << "a list without names removes it";
  EXPECT_THAT(query({"-a", "news.morgue", "count", "company:=Pemex"}).err, HasSubstr("Q104"));
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

TEST_F(EntitiesTest, ImportedSpansStay) {
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--gazetteer", "list.csv"}).exit_code, 0);
  const std::string before = digest();
  folder.write("spans.jsonl",
               R"({"id":"1","mentions":[)"
               R"({"type":"person","start":21,"end":26,"text":"Rubio","name":"Marco Rubio"},)"
               R"({"type":"org","start":34,"end":40,"text":"Senate"},)"
               R"({"type":"person","start":7,"end":16,"text":"Sheinbaun"}]})"
               "\nnonsense\n"
               R"({"id":"9","mentions":[]})"
               "\n");
  const Outcome import = index({"import-entities", "news.morgue", "spans.jsonl"});
  EXPECT_EQ(import.exit_code, 3);
  EXPECT_THAT(import.err, HasSubstr("spans.jsonl:1: article 1: at 7..16 stands \"Sheinbaum\""));
  EXPECT_THAT(import.err, HasSubstr("spans.jsonl:2: is not JSON"));
  EXPECT_THAT(import.err, HasSubstr("spans.jsonl:3: no article has the id 9"));
  EXPECT_THAT(import.err, HasSubstr("imported  2 mentions into 1 articles"));
  EXPECT_EQ(count("person:=\"Marco Rubio\" org:=Senate"), "1");
  EXPECT_EQ(count("person:=\"Marco Rubio\" W/3 org:=Senate"), "1");
  EXPECT_EQ(digest(), before);
  const json imported = named("1");
  EXPECT_EQ(index({"compact", "news.morgue"}).exit_code, 0);
  EXPECT_EQ(named("1"), imported);
  EXPECT_EQ(index({"reannotate", "news.morgue"}).exit_code, 0);
  EXPECT_EQ(named("1"), imported);
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
  ASSERT_EQ(index({"import-entities", "news.morgue", "-"}, R"({"id":"1","mentions":[]})").exit_code,
            0);
  EXPECT_EQ(count("org:=Senate"), "0") << "a later import replaces the one before";
  EXPECT_EQ(count("company:=Pemex"), "1") << "and nothing else";
}

TEST_F(EntitiesTest, SpansThatShowWritesComeBackAsImports) {
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--gazetteer", "list.csv"}).exit_code, 0);
  const std::string shown =
      query({"-a", "news.morgue", "show", "1", "2", "--json", "--mentions"}).out;
  const json before = named("1")["entities"];
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--fresh", "--entities", "off"}).exit_code, 0);
  const Outcome import = index({"import-entities", "news.morgue", "-"}, shown);
  EXPECT_EQ(import.exit_code, 0) << import.err;
  const json after = named("1")["entities"];
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i]["name"], before[i]["name"]);
    EXPECT_EQ(after[i]["type"], before[i]["type"]);
    EXPECT_EQ(after[i]["mentions"], before[i]["mentions"]);
  }
}

TEST_F(EntitiesTest, AreTheSameAtAnyNumberOfJobs) {
  std::string lines;
  std::vector<std::string> ids;
  for (int i = 0; i < 3'000; ++i) {
    ids.push_back(std::to_string(i));
    lines += article(ids.back())
                 .title(i % 3 == 0 ? "Pemex gains" : "Rain")
                 .body("Marco Rubio, word" + std::to_string(i % 7) + " and Petróleos Mexicanos' " +
                       (i % 2 == 0 ? "Ana Ruiz" : "Ruiz"))
                 .person(i % 5 == 0 ? "Ana Ruiz" : "Rubio")
                 .json_line();
  }
  folder.write("many.jsonl", lines);
  std::vector<std::string> shown;
  for (const char* jobs : {"1", "4"}) {
    const std::string archive = std::string("jobs") + jobs + ".morgue";
    ASSERT_EQ(
        index({"add", archive, "many.jsonl", "--gazetteer", "list.csv", "--jobs", jobs}).exit_code,
        0);
    std::vector<std::string> call{"-a", archive, "show", "--json", "--mentions"};
    call.insert(call.end(), ids.begin(), ids.end());
    shown.push_back(query(call).out + digest(archive));
    shown.back() +=
        query({"-a", archive, "facets", "--facet", "person:0,company:0", "--json", "*"}).out;
  }
  EXPECT_GT(shown[0].size(), 100'000U);
  EXPECT_EQ(shown[0], shown[1]);
}

TEST_F(EntitiesTest, NamesAreLinkedByWhatAllArticlesSay) {
  std::string lines;
  for (int i = 0; i < 4; ++i) {
    lines += article("r" + std::to_string(i)).body("Words.").person("Ronald Reagan").json_line();
    lines += article("j" + std::to_string(i)).body("Words.").person("James Baker").json_line();
    lines += article("h" + std::to_string(i)).body("Words.").person("Howard Baker").json_line();
  }
  lines += article("1").body("Words.").person("Reagan").person("Baker").json_line();
  lines += article("2").body("Words.").person("ronald-reagan").json_line();
  folder.write("a.jsonl", lines);
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  EXPECT_EQ(count("person:=\"Ronald Reagan\""), "6");
  EXPECT_EQ(count("person:=Reagan"), "6");
  EXPECT_EQ(count("person:=Baker"), "1");
  const auto about = [&](const char* name) {
    return json::parse(query({"-a", "news.morgue", "entities", "about", name, "--json"}).out);
  };
  EXPECT_EQ(about("Reagan")["name"], "Ronald Reagan");
  EXPECT_EQ(about("Reagan")["known_as"].size(), 3U);
  EXPECT_EQ(about("Reagan")["may_be"], json::array());
  EXPECT_EQ(about("Baker")["may_be"].size(), 2U) << "two Bakers, so it stays apart and says so";
  EXPECT_THAT(query({"-a", "news.morgue", "entities", "about", "Baker"}).out,
              HasSubstr("may be: Howard Baker  4 articles"));

  EXPECT_EQ(named("1")["entities"][0]["name"], "Ronald Reagan") << "as facets count it";
  EXPECT_EQ(named("1")["entities"][1]["name"], "Baker");
  ASSERT_EQ(query({"-a", "news.morgue", "entities", "apart", "person", "Reagan"}).exit_code, 0);
  EXPECT_EQ(count("person:=\"Ronald Reagan\""), "5");
  EXPECT_EQ(count("person:=Reagan"), "1");
  ASSERT_EQ(query({"-a", "news.morgue", "entities", "undo", "person", "Reagan"}).exit_code, 0);
  EXPECT_EQ(count("person:=Reagan"), "6");

  ASSERT_EQ(index({"remove", "news.morgue", "r0", "r1"}).exit_code, 0);
  EXPECT_EQ(count("person:=Reagan"), "4")
      << "three articles, with the one that has another spelling";
  ASSERT_EQ(index({"remove", "news.morgue", "2"}).exit_code, 0);
  EXPECT_EQ(count("person:=Reagan"), "1") << "the evidence is gone";
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

TEST_F(EntitiesTest, LinksCanBeSwitchedOff) {
  folder.write("a.jsonl", article("1").body("Words.").place("M\u00E9xico").json_line() +
                              article("2").body("Words.").place("Mexico").json_line());
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--link-names", "off"}).exit_code, 0);
  EXPECT_EQ(count("place:=Mexico"), "1");
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  EXPECT_EQ(count("place:=Mexico"), "1") << "the archive remembers";
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--link-names", "on"}).exit_code, 0);
  EXPECT_EQ(count("place:=Mexico"), "2") << "without an article that is new";
  folder.write("news.morgue/names/" + only_file("news.morgue/names"), "person\tA\tB\n");
  EXPECT_EQ(query({"-a", "news.morgue", "count", "place:=Mexico"}).exit_code, 4);
  EXPECT_EQ(query({"-a", "news.morgue", "count", "tariffs"}).exit_code, 1) << "needs no names";
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 4);
  ASSERT_EQ(index({"compact", "news.morgue"}).exit_code, 0);
  EXPECT_EQ(count("place:=Mexico"), "2");
}

}  // namespace
}  // namespace morgue::test_support
