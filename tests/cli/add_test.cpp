// SPDX-License-Identifier: GPL-3.0-or-later
// morgue-index: what it puts into an archive, and what it says.
#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class AddTest : public Programs {
 protected:
  void write(const std::string& name, const std::vector<ArticleBuilder>& articles) {
    std::string lines;
    for (const ArticleBuilder& article : articles) lines += article.json_line();
    folder.write(name, lines);
  }
};

TEST_F(AddTest, EndsWithCountsAndTheNextCommand) {
  write("a.jsonl",
        {article("1").title("Tariffs rise").body("A body.").on("2024-03-05").source("El Faro"),
         article("2").title("Rain").body("Another.").on("2025-01-01").source("El Sol")});
  const Outcome add = index({"add", "news.morgue", "a.jsonl"});
  EXPECT_EQ(add.exit_code, 0) << add.err;
  EXPECT_EQ(add.out, "");
  EXPECT_THAT(add.err, HasSubstr("2 new, 0 changed, 0 unchanged, 0 rejected"));
  EXPECT_THAT(add.err, HasSubstr("2024-03-05..2025-01-01, 2 sources"));
  EXPECT_THAT(add.err, HasSubstr("next      morgue-query -a news.morgue"));
}

TEST_F(AddTest, SkipsWhatIsUnchangedAndReplacesWhatChanged) {
  write("a.jsonl", {article("1").body("one old"), article("2").body("two")});
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  const std::string before = digest();
  EXPECT_THAT(index({"add", "news.morgue", "a.jsonl"}).err,
              HasSubstr("0 new, 0 changed, 2 unchanged"))
      << "the file is known";
  write("b.jsonl",
        {article("2").body("two"), article("1").body("one new"), article("3").body("x")});
  EXPECT_THAT(index({"add", "news.morgue", "b.jsonl"}).err,
              HasSubstr("1 new, 1 changed, 1 unchanged"));
  EXPECT_EQ(count("old"), "0");
  EXPECT_EQ(count("new"), "1");
  EXPECT_EQ(count("one"), "1") << "an id is live once";
  write("a.jsonl", {article("1").body("one old"), article("2").body("two")});
  ASSERT_EQ(index({"remove", "news.morgue", "3"}).exit_code, 0);
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  EXPECT_EQ(digest(), before) << "the same articles have the same digest, whatever came between";
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

TEST_F(AddTest, TheLastRecordOfAnIdWinsAndIsCounted) {
  write("a.jsonl", {article("1").body("first"), article("1").body("second"),
                    article("1").body("third"), article("1").body("third")});
  const Outcome add = index({"add", "news.morgue", "a.jsonl"});
  EXPECT_THAT(add.err,
              HasSubstr("1 new, 0 changed, 1 unchanged, 0 rejected, 2 replaced by a later"));
  EXPECT_EQ(count("first OR second"), "0");
  EXPECT_EQ(count("third"), "1");
}

TEST_F(AddTest, AnArticleThatGoesThereAndBackIsUnchanged) {
  write("a.jsonl", {article("1").body("first")});
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  const std::string before = digest();
  write("b.jsonl", {article("1").body("second"), article("1").body("first")});
  EXPECT_THAT(index({"add", "news.morgue", "b.jsonl"}).err,
              HasSubstr("0 new, 0 changed, 1 unchanged, 0 rejected, 1 replaced"));
  EXPECT_EQ(digest(), before);
  EXPECT_EQ(count("first"), "1");
  EXPECT_EQ(count("second"), "0");
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

TEST_F(AddTest, RemoveHidesAndAddBringsBack) {
  write("a.jsonl", {article("1").body("stays"), article("2").body("goes")});
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  const Outcome removed = index({"remove", "news.morgue", "-"}, "2\nnobody\n");
  EXPECT_EQ(removed.exit_code, 0);
  EXPECT_THAT(removed.err, HasSubstr("no article has the id nobody"));
  EXPECT_EQ(count("goes"), "0");
  EXPECT_EQ(query({"-a", "news.morgue", "show", "2"}).exit_code, 1);
  EXPECT_EQ(index({"remove", "news.morgue", "2"}).exit_code, 1) << "nothing was removed";
  EXPECT_THAT(index({"add", "news.morgue", "a.jsonl"}).err, HasSubstr("1 new, 0 changed, 1 unch"))
      << "a file is read again after a removal";
  EXPECT_EQ(count("goes"), "1");
}

TEST_F(AddTest, CompactDropsWhatIsHiddenAndKeepsTheContent) {
  for (int i = 0; i < 3; ++i) {
    write("a.jsonl", {article("1").body("version " + std::to_string(i)),
                      article("x" + std::to_string(i)).body("tariffs")});
    ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  }
  const std::string before = digest();
  EXPECT_EQ(index({"compact", "news.morgue"}).exit_code, 0);
  EXPECT_EQ(digest(), before);
  const auto info = nlohmann::json::parse(index({"info", "news.morgue", "--json"}).out);
  EXPECT_EQ(info["segments"].size(), 1U);
  EXPECT_EQ(info["segments"][0]["documents"], 4);
  EXPECT_EQ(info["segments"][0]["hidden"], 0);
  EXPECT_EQ(count("tariff"), "3") << "stems survive";
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

TEST_F(AddTest, FreshReplacesEverything) {
  write("a.jsonl", {article("1").body("old")});
  write("b.jsonl", {article("2").body("new")});
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  ASSERT_EQ(index({"add", "news.morgue", "b.jsonl", "--fresh"}).exit_code, 0);
  EXPECT_EQ(count("old"), "0");
  EXPECT_EQ(count("*"), "1");
}

TEST_F(AddTest, ReadsStandardInputAndCompressedFiles) {
  EXPECT_EQ(index({"add", "news.morgue", "-"}, article("1").body("piped").json_line()).exit_code,
            0);
  EXPECT_EQ(count("piped"), "1");
}

TEST_F(AddTest, ManySegmentsStayFewAndFindEverything) {
  for (int i = 0; i < 14; ++i) {
    write("a.jsonl",
          {article("n" + std::to_string(i)).body("tariffs number " + std::to_string(i))});
    ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  }
  EXPECT_EQ(count("tariff"), "14");
  const auto info = nlohmann::json::parse(index({"info", "news.morgue", "--json"}).out);
  EXPECT_LT(info["segments"].size(), 6U);
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

TEST_F(AddTest, AnArchiveCanBeMoved) {
  write("a.jsonl", {article("1").body("moved")});
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  std::filesystem::rename(folder / "news.morgue", folder / "other.morgue");
  EXPECT_EQ(query({"-a", "other.morgue", "count", "moved"}).out, "1\n");
}

TEST_F(AddTest, RefusesWhatItCannotDo) {
  struct Case {
    std::vector<std::string> arguments;
    int code;
    const char* says;
  };
  folder.write("plain/file", "not an archive");
  const Case cases[] = {
      {{}, 2, "morgue-index"},
      {{"ad"}, 2, "--help"},
      {{"add", "news.morgue"}, 2, "input"},
      {{"add", "news.morgue", "x", "--jobs", "zero"}, 2, "--jobs"},
      {{"add", "news.morgue", "x", "--memory", "much"}, 2, "not a size"},
      {{"add", "news.morgue", "x", "--entities", "all"}, 2, "--entities"},
      {{"add", "plain", "x"}, 4, "not a Morgue archive"},
      {{"remove", "none.morgue", "1"}, 4, "no such archive"},
      {{"info", "none.morgue"}, 4, "morgue-index add none.morgue"},
      {{"check", "none.morgue"}, 4, "no such archive"},
  };
  for (const auto& [arguments, code, says] : cases) {
    const Outcome outcome = index(arguments);
    EXPECT_EQ(outcome.exit_code, code) << testing::PrintToString(arguments) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(says)) << testing::PrintToString(arguments);
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "none.morgue"));
}

TEST_F(AddTest, CheckFindsDamage) {
  write("a.jsonl", {article("1").body("whole")});
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "news.morgue")) {
    if (entry.path().filename() == "docdata.glass")
      std::filesystem::resize_file(entry.path(), 8192);
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "news.morgue")) {
    if (entry.path().filename() == "position.glass") std::filesystem::resize_file(entry.path(), 10);
  }
  const Outcome check = index({"check", "news.morgue"});
  EXPECT_EQ(check.exit_code, 4) << check.out;
  EXPECT_THAT(check.err, HasSubstr("news.morgue"));
}

TEST_F(AddTest, KnowsAFileByItsWholePath) {
  // The same relative name, size and time in another folder: another file.
  for (const std::string day : {"monday", "friday"}) {
    const auto file = folder.write(day + "/news.jsonl", article(day).body("x").json_line());
    std::filesystem::last_write_time(file, std::filesystem::file_time_type{});
    Invocation call;
    call.argv = {MORGUE_INDEX_PROGRAM, "add", "../news.morgue", "news.jsonl"};
    call.directory = folder / day;
    EXPECT_THAT(run_program(call).err, HasSubstr("1 new")) << day;
  }
}

TEST_F(AddTest, FreshReplacesNothingByNothing) {
  write("a.jsonl", {article("1").body("one")});
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  const std::string before = digest();
  const Outcome mistyped = index({"add", "news.morgue", "--fresh", "b.jsonl"});
  EXPECT_EQ(mistyped.exit_code, 3);
  EXPECT_THAT(mistyped.err, HasSubstr("no article was read, so the archive is as it was"));
  EXPECT_EQ(digest(), before);
  EXPECT_THAT(index({"add", "news.morgue", "a.jsonl"}).err, HasSubstr("1 unchanged"))
      << "and a plain run goes on from it";
  write("c.jsonl", {article("2").body("two")});
  ASSERT_EQ(index({"add", "news.morgue", "--fresh", "c.jsonl"}).exit_code, 0);
  EXPECT_EQ(count("one"), "0");
  EXPECT_EQ(count("two"), "1");
}

TEST_F(AddTest, NamesTheArchiveAsItCanBeTyped) {
  write("a.jsonl", {article("1").body("one")});
  EXPECT_THAT(index({"add", "my news.morgue/", "a.jsonl"}).err,
              HasSubstr("morgue-query -a 'my news.morgue/'"));
  EXPECT_EQ(index({"add", "", "a.jsonl"}).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(folder / "segments")) << "no archive in the folder itself";
}

TEST_F(AddTest, TakesLanguagesByCodeOrName) {
  write("a.jsonl", {article("1").body("aranceles")});
  for (const char* lang : {"klingon", "\xff", ""}) {
    const Outcome add = index({"add", "news.morgue", "a.jsonl", "--lang", lang});
    EXPECT_EQ(add.exit_code, 2) << lang;
    EXPECT_THAT(add.err, HasSubstr("--lang: no language is called"));
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "news.morgue"));
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--lang", "Spanish"}).exit_code, 0);
  EXPECT_EQ(count("arancel"), "1");
}

TEST_F(AddTest, TellsTheLanguageFromTheText) {
  const std::string spanish =
      "La junta del puerto votó el martes a favor de subir las tarifas de los barcos de pesca, y "
      "los dueños de los más pequeños dijeron que no las pagarían antes del verano.";
  write("a.jsonl", {article("told").body(spanish), article("short").body("aranceles"),
                    article("said").body(spanish).lang("pt")});
  const Outcome add = index({"add", "news.morgue", "a.jsonl"});
  ASSERT_EQ(add.exit_code, 0);
  EXPECT_THAT(add.err, HasSubstr("language  told from the text of 1 article\n"));
  EXPECT_THAT(add.err, HasSubstr("in es, pt, 1 taken for en"));
  EXPECT_EQ(count("lang:es"), "1");
  EXPECT_EQ(count("lang:pt"), "1") << "what the source says is not doubted";
  EXPECT_EQ(count("missing:lang"), "1");

  ASSERT_EQ(index({"add", "other.morgue", "a.jsonl", "--lang", "ca"}).exit_code, 0);
  EXPECT_EQ(query({"count", "-a", "other.morgue", "lang:ca"}).out, "2\n")
      << "what the user says is not doubted either";
}

TEST_F(AddTest, ADryRunTellsAndWritesNothing) {
  write("a.jsonl",
        {article("1").body("b").on("2024-05-06").source("Post"),
         article("2").body("b").on("2024-07-08").source("Wire"), article("2").body("c")});
  folder.write("bad.jsonl", "nonsense\n{\"id\": 7}\n");
  const Outcome run = index({"add", "news.morgue", "a.jsonl", "bad.jsonl", "--dry-run"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("3 articles would be read from 2 files, 2 rejected"));
  EXPECT_THAT(run.err, HasSubstr("reject    bad.jsonl:1: "));
  EXPECT_THAT(run.err, HasSubstr("1 no-text"));
  EXPECT_THAT(run.err, HasSubstr("dates     2024-05-06..2024-07-08, 1 without one"));
  EXPECT_THAT(run.err, HasSubstr("outlets   2"));
  EXPECT_THAT(run.err, HasSubstr("ids       1 come twice"));
  EXPECT_FALSE(std::filesystem::exists(folder / "news.morgue"));
  EXPECT_EQ(index({"add", "news.morgue", "a.jsonl", "--dry-run"}).exit_code, 0);
}

TEST_F(AddTest, LimitsCanBeMoved) {
  write("a.jsonl", {article("1").body(std::string(5'000, 'x')), article("2").body("b")});
  const Outcome small = index({"add", "small.morgue", "a.jsonl", "--max-record", "4K"});
  EXPECT_EQ(small.exit_code, 3);
  EXPECT_THAT(small.err, HasSubstr("1 new, 0 changed, 0 unchanged, 1 rejected"));
  EXPECT_EQ(index({"add", "small.morgue", "a.jsonl"}).exit_code, 0) << "it is read again";
  EXPECT_EQ(index({"add", "x.morgue", "a.jsonl", "--max-record", "much"}).exit_code, 2);

  folder.write("page.html", "<html><body>" + std::string(100, ' ') + "<div><div><div><div><p>" +
                                std::string(300, 'w') + "</p></div></div></div></div>");
  EXPECT_THAT(index({"convert", "page.html", "--jsonl", "--max-depth", "3"}).err,
              HasSubstr("too-deep"));
}

TEST_F(AddTest, LinksLeadOutOfTheFolderOnlyWhenAsked) {
  folder.write("outside/a.jsonl", article("1").body("b").json_line());
  std::filesystem::create_directory(folder / "in");
  std::filesystem::create_symlink("../outside", folder / "in" / "link");
  const Outcome kept = index({"add", "news.morgue", "in"});
  EXPECT_EQ(kept.exit_code, 3);
  EXPECT_THAT(kept.err, HasSubstr("0 new, 0 changed, 0 unchanged, 1 rejected"));
  EXPECT_EQ(index({"add", "news.morgue", "in", "--follow-links"}).exit_code, 0);
  EXPECT_EQ(count("id:1"), "1");
}

TEST_F(AddTest, SaysWhereADateWasFound) {
  write("a.jsonl", {article("stated").on("2024-05-06").body("b"),
                    article("address").url("https://a.example/2024/05/07/fees").body("b"),
                    article("text").body("OSTERMERE, 8 May 2024 (AP) - The board voted."),
                    article("nowhere").body("In May 2024 the board voted.")});
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  for (const auto& [source, id] : {std::pair("metadata", "stated"), std::pair("url", "address"),
                                   std::pair("text", "text"), std::pair("none", "nowhere")}) {
    EXPECT_EQ(query({"--ids", std::string("date-source:") + source}).out, std::string(id) + "\n");
  }
  EXPECT_EQ(count("date:2024-05-06..2024-05-08"), "3");
  EXPECT_EQ(count("missing:date"), "1");
  EXPECT_EQ(count("agency:AP place:Ostermere"), "1");
}

TEST_F(AddTest, AnExtraFieldNamedLikeOneOfOursIsNotOurs) {
  folder.write("a.jsonl", R"({"id":"1","headline":"H","body":"b"}
{"id":"2","title":"T","body":"b"}
)");
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--map", "title=headline"}).exit_code, 0);
  EXPECT_EQ(count("has:title"), "1") << "the title of the second was mapped away";
  EXPECT_EQ(count("missing:title"), "1");
  EXPECT_THAT(query({"show", "2", "--json"}).out, HasSubstr(R"("extra":{"title":"T"})"))
      << "but it is kept";
}

}  // namespace
}  // namespace morgue::test_support
