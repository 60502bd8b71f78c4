// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/markdown.h"

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

TEST(Markdown, TakesFieldsFromYaml) {
  const ReadAll all = read_text(
      "---\ntitle: \"Harbour fees\"\ndate: 2024-03-05\nauthors: [Ann Roe, Bo Li]\n"
      "tags:\n  - harbour\n  - fees\nparams: {lead: true, of: [1, {a: b}]}\nempty:\n---\n"
      "The **board** of [Ostermere](http://x.example) voted.\n\n- one\n- two\n",
      "");
  ASSERT_EQ(all.records.size(), 1U);
  const struct {
    const char* field;
    const char* value;
  } expected[] = {{"title", "Harbour fees"},
                  {"date", "2024-03-05"},
                  {"authors", "Ann Roe"},
                  {"tags", "harbour"},
                  {"params", R"({"lead":"true","of":["1",{"a":"b"}]})"},
                  {"empty", "-"},
                  {"body", "The board of Ostermere voted.\n\none\n\ntwo"}};
  for (const auto& [field, value] : expected) {
    EXPECT_EQ(ReadAll::value(all.records.front(), field), value) << field;
  }
}

TEST(Markdown, TakesFieldsFromToml) {
  const ReadAll all = read_text(
      "+++\ntitle = \"Fees\"\ndate = 2024-03-05T10:00:00Z\ntags = [\"a\", \"b\"]\n+++\nText.\n",
      "");
  EXPECT_THAT(all.values("title"), ElementsAre("Fees"));
  EXPECT_THAT(all.values("date"), ElementsAre("2024-03-05T10:00:00Z"));
  EXPECT_THAT(all.values("body"), ElementsAre("Text."));
}

TEST(Markdown, TakesTheTitleFromAHeading) {
  const struct {
    const char* text;
    const char* title;
    const char* body;
  } cases[] = {
      {"# Harbour *fees* #\n\nText.\n", "Harbour fees", "Text."},
      {"\nHarbour fees\n============\nText.\n", "Harbour fees", "Text."},
      {"---\ntitle: Fees\n---\n# Fees\nText.\n", "Fees", "Text."},
      {"---\ntitle: Fees\n---\n# The vote\nText.\n", "Fees", "The vote\n\nText."},
      {"## A part\nText.\n", "-", "A part\n\nText."},
      {"Text alone.\n", "-", "Text alone."},
  };
  for (const auto& one : cases) {
    const ReadAll all = read_text(one.text, "markdown");
    EXPECT_THAT(all.values("title"), ElementsAre(one.title)) << one.text;
    EXPECT_THAT(all.values("body"), ElementsAre(one.body)) << one.text;
  }
}

TEST(Markdown, FrontMatterThatCannotBeReadIsSaidSo) {
  EXPECT_THAT(read_text("---\ntitle: [a\n---\ntext", "").error_codes(),
              ElementsAre("front-matter:1"));
  EXPECT_THAT(read_text("+++\ntitle = \n+++\ntext", "").error_codes(),
              ElementsAre("front-matter:1"));
  // Each line is ten of the one before.
  std::string bomb = "---\na: &a x\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i) bomb += std::string(i > 0 ? "," : "") + "*" + char(c - 1);
    bomb += "]\n";
  }
  EXPECT_THAT(read_text(bomb + "---\ntext", "").error_codes(), ElementsAre("front-matter:1"));
}

TEST(Markdown, IsToldByItsFrontMatter) {
  EXPECT_TRUE(MarkdownReader::looks_like("---\ntitle: x\n---\n"));
  EXPECT_TRUE(MarkdownReader::looks_like("+++\r\ntitle = 1\r\n+++\r\n"));
  EXPECT_FALSE(MarkdownReader::looks_like("---\nA rule above, and none below: a text"));
  EXPECT_FALSE(MarkdownReader::looks_like("---\nText\n---\n"));
}

}  // namespace
}  // namespace morgue
