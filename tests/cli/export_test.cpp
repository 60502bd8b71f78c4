// SPDX-License-Identifier: GPL-3.0-or-later
// Exports as the programs read them that they are made for.
#include <filesystem>
#include <sstream>
#include <string>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

class ExportTest : public Programs {
 protected:
  void SetUp() override {
    // What each format has signs of its own for.
    std::string lines;
    lines += json_line(article("a{1}%")
                           .on("2024-05-01")
                           .title("50 % of \"A & B\" #1_x {y} ~ ^ \\z")
                           .body("Gulls.")
                           .byline("By Ann Roe and King, Jr.")
                           .source("The Gull & Co")
                           .url("https://x.example/a?b=1&c={d}%20"));
    lines += json_line(article("a 1")
                           .on("2023")
                           .title("Caf\u00E9 \u6D88\u606F <b>*bold*</b>")
                           .body("Gulls.")
                           .source("Journal_1"));
    lines += json_line(article("A-1").body("Gulls without a headline, and\nwith a second line."));
    folder.write("a.jsonl", lines);
    ASSERT_EQ(index({"add", "-q", "news.morgue", "a.jsonl", "--copies", "off"}).exit_code, 0);
  }

  /// What a shell command says, and whether it went well.
  Outcome shell(const std::string& command) const {
    Invocation call;
    call.argv = {"sh", "-c", command};
    call.directory = folder.path();
    return run_program(call);
  }

  std::string exported(const std::string& format) const {
    const Outcome shown = query({"export", "gulls", "--as", format});
    EXPECT_EQ(shown.exit_code, 0) << shown.err;
    return shown.out;
  }
};

TEST_F(ExportTest, BibTexIsReadByBibtool) {
  folder.write("a.bib", exported("bibtex"));
  const Outcome read = shell("bibtool -s ./a.bib 2>&1");
  EXPECT_EQ(read.exit_code, 0);
  EXPECT_EQ(count_of(read.out, "@Article"), 3U) << read.out;
  EXPECT_THAT(read.out, testing::Not(HasSubstr("***")));
  for (const char* key : {" a-1-,", " a-1,", " a-1-2,"}) EXPECT_THAT(read.out, HasSubstr(key));
  EXPECT_THAT(read.out, HasSubstr("50 \\% of \"A \\& B\" \\#1\\_x \\{y\\}"));
  EXPECT_THAT(read.out, HasSubstr("{Ann Roe} and {King, Jr.}"));
}

TEST_F(ExportTest, RisIsReadByBibutils) {
  folder.write("a.ris", exported("ris"));
  const Outcome read = shell("ris2xml a.ris 2>/dev/null");
  EXPECT_EQ(read.exit_code, 0);
  EXPECT_EQ(count_of(read.out, "<mods "), 3U) << read.out;
  EXPECT_THAT(read.out, HasSubstr("<title>50 % of &quot;A &amp; B&quot;"));
  EXPECT_THAT(read.out, HasSubstr("Gulls without a headline, and"));
}

TEST_F(ExportTest, CslIsAnArrayOfItems) {
  const json items = json::parse(exported("csl"));
  ASSERT_EQ(items.size(), 3U);
  // The oldest first, the undated last.
  EXPECT_EQ(items[0]["issued"]["date-parts"], json::parse("[[2023]]"));
  EXPECT_EQ(items[1]["issued"]["date-parts"], json::parse("[[2024,5,1]]"));
  EXPECT_FALSE(items[2].contains("issued"));
  EXPECT_EQ(items[1]["author"][0]["literal"], "Ann Roe");
  EXPECT_EQ(items[1]["container-title"], "The Gull & Co");
  for (const json& item : items) {
    EXPECT_EQ(item["type"], "article-newspaper");
    EXPECT_FALSE(item["title"].get<std::string>().empty());
  }
}

TEST_F(ExportTest, CslIsCitedByACitationProcessor) {
  folder.write("a.json", exported("csl"));
  // The style that the package brings; Debian's Python, for whose version the package is.
  folder.write("cite.py", R"py(import json
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
items = json.load(open("a.json"))
style = CitationStylesStyle("harvard1", validate=False)
cited = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
for item in items:
    cited.register(Citation([CitationItem(item["id"])]))
for line in cited.bibliography():
    print(line)
)py");
  const Outcome read = shell("LC_ALL=C.UTF-8 /usr/bin/python3 -W ignore cite.py");
  EXPECT_EQ(read.exit_code, 0) << read.err;
  EXPECT_EQ(
      read.out,
      "Anon, 2023. Caf\u00E9 \u6D88\u606F <b>*bold*</b>. Journal_1.\n"
      "Ann Roe & King, Jr., 2024. 50 % of \"A & B\" #1_x {y} ~ ^ \\z. The Gull & Co. Available "
      "at: https://x.example/a?b=1&c={d}%20.\n"
      "Anon, Gulls without a headline, and.\n");
}

TEST_F(ExportTest, MarkdownIsALineEach) {
  const std::string text = exported("markdown");
  EXPECT_EQ(count_of(text, "\n"), 3U);
  EXPECT_THAT(text, HasSubstr("\\<b\\>\\*bold\\*\\</b\\>"));
  EXPECT_THAT(text, HasSubstr("](<https://x.example/a?b=1&c={d}%20>)"));
}

TEST_F(ExportTest, FollowTheMoneyIsAnEntityALine) {
  std::istringstream lines(exported("ftm"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const json entity = json::parse(line);
    EXPECT_EQ(entity["schema"], "Article");
    EXPECT_FALSE(entity["id"].get<std::string>().empty());
    for (const auto& [name, values] : entity["properties"].items()) {
      EXPECT_TRUE(values.is_array()) << name;
      for (const json& value : values) EXPECT_TRUE(value.is_string()) << name;
    }
  }
  EXPECT_EQ(count, 3U);
}

TEST_F(ExportTest, ADatabaseIsReadBySqlite) {
  ASSERT_EQ(query({"export", "gulls", "--as", "sqlite", "--output", "a.db"}).exit_code, 0);
  const auto select = [&](const std::string& sql) {
    folder.write("q.py", "import sqlite3\nfor row in sqlite3.connect('a.db').execute(\"" + sql +
                             "\"):\n    print(*row)\n");
    const Outcome read = shell("python3 q.py");
    EXPECT_EQ(read.exit_code, 0) << read.err;
    return read.out;
  };
  EXPECT_EQ(select("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(select("SELECT count(*) FROM articles"), "3\n");
  EXPECT_EQ(select("SELECT id, date FROM articles WHERE title LIKE 'Caf%'"), "a 1 2023\n");
  EXPECT_EQ(select("SELECT name FROM authors ORDER BY name"), "Ann Roe\nKing, Jr.\n");
  EXPECT_EQ(select("SELECT title IS NULL FROM articles WHERE id = 'A-1'"), "1\n");
  EXPECT_EQ(select("SELECT value FROM about WHERE name = 'query'"), "gulls\n");
  EXPECT_EQ(select("SELECT id FROM articles WHERE rowid IN "
                   "(SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'cafe')"),
            "a 1\n");
  // Nothing is overwritten, and nothing is left of what went wrong.
  EXPECT_EQ(query({"export", "gulls", "--as", "sqlite", "--output", "a.db"}).exit_code, 2);
  EXPECT_EQ(query({"export", "(gulls", "--as", "sqlite", "--output", "b.db"}).exit_code, 2);
  EXPECT_EQ(query({"export", "gulls", "--as", "sqlite"}).exit_code, 2);
  EXPECT_EQ(query({"export", "gulls", "--as", "sqlite", "-o", "no/such/folder.db"}).exit_code, 2);
  EXPECT_EQ(query({"export", "gulls", "--output", "b.bib"}).exit_code, 2);
  EXPECT_EQ(shell("ls b.db* *.part 2>/dev/null").out, "");
}

TEST_F(ExportTest, SaysWhenThereIsNothing) {
  EXPECT_EQ(query({"export", "nosuchword"}).exit_code, 1);
  EXPECT_EQ(query({"export", "gulls", "--as", "word"}).exit_code, 2);
  EXPECT_EQ(query({"export", "nosuchword", "--as", "csl"}).out, "[\n]\n");
}

TEST_F(ExportTest, LikeFindsWhatIsAboutTheSame) {
  std::string lines;
  const char* const topics[] = {"harbour fees boats quay", "tram depot wires driver",
                                "cheese fair market prize", "library books roof rain"};
  for (int i = 0; i < 24; ++i) {
    const std::string id = "n" + std::to_string(i);
    lines += json_line(article(id)
                           .on("2024-01-" + std::to_string(10 + i % 12))
                           .lang("en")
                           .title("Story " + id)
                           .body(std::string(topics[i % 4]) + " number" + std::to_string(i)));
  }
  folder.write("topics.jsonl", lines);
  ASSERT_EQ(index({"add", "-q", "news.morgue", "topics.jsonl", "--copies", "off"}).exit_code, 0);
  const auto ids = [&](const std::vector<std::string>& arguments, const std::string& input = "") {
    std::istringstream out(query(arguments, input).out);
    std::vector<int> numbers;
    for (std::string id; std::getline(out, id);) numbers.push_back(std::stoi(id.substr(1)));
    return numbers;
  };
  const auto like = ids({"like", "n2", "--ids", "--limit", "5"});
  ASSERT_EQ(like.size(), 5U);
  for (const int number : like) {
    EXPECT_EQ(number % 4, 2) << "of another topic";
    EXPECT_NE(number, 2) << "the article itself";
  }
  for (const int number : ids({"like", "n22", "--before", "--ids"})) EXPECT_LE(number % 12, 10);
  for (const int number : ids({"like", "-", "--ids"}, "A prize for cheese at the fair")) {
    EXPECT_EQ(number % 4, 2);
  }
  EXPECT_EQ(query({"like", "nosuchid"}).exit_code, 1);
  EXPECT_EQ(query({"like", "-"}, "...").exit_code, 1);
}

}  // namespace
}  // namespace morgue::test_support
