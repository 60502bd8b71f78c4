// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/imported_mentions.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(ImportedMentions, AreReadFromALine) {
  const auto line = read_imported_line(
      R"({"id": "a", "mentions": [{"type": "ORG", "start": 3, "end": 8, "text": "Pemex"},
          {"type": "bill", "start": 0, "end": 2, "part": "title", "name": "N", "score": 0.5}]})");
  ASSERT_TRUE(line);
  EXPECT_EQ(line->id, "a");
  ASSERT_EQ(line->spans.size(), 2U);
  EXPECT_EQ(line->spans[0].text, "Pemex");
  EXPECT_EQ(line->spans[1].part, TextPart::Title);
  EXPECT_EQ(line->spans[1].name, "N");
}

TEST(ImportedMentions, OtherLinesAreErrors) {
  const std::pair<const char*, const char*> cases[] = {
      {"nonsense", "json-syntax"},
      {"[]", "shape"},
      {R"({"id": "a"})", "shape"},
      {R"({"id": 1, "mentions": []})", "shape"},
      {R"({"id": "a", "mentions": [{"type": "org", "start": "1", "end": 2}]})", "shape"},
      {R"({"id": "a", "mentions": [7]})", "shape"},
  };
  for (const auto& [line, code] : cases) {
    const auto result = read_imported_line(line);
    ASSERT_FALSE(result) << line;
    EXPECT_EQ(result.error().code, code) << line;
  }
}

TEST(ImportedMentions, AreCheckedAgainstTheText) {
  Article article;
  article.title = "Peña";
  article.body = "El señor Peña.";
  const struct {
    ImportedSpan span;
    const char* outcome;  ///< the bytes, or the code of the error
  } cases[] = {
      {{"person", "Peña", "", TextPart::Body, 9, 13}, "10-15"},
      {{"PER", "", "José Peña", TextPart::Title, 0, 4}, "0-5"},
      {{"person", "Pena", "", TextPart::Body, 9, 13}, "text"},
      {{"person", "", "", TextPart::Body, 9, 15}, "span"},
      {{"person", "", "", TextPart::Body, 13, 9}, "span"},
      {{"person", "", "", TextPart::Body, 9, 9}, "span"},
      {{"person", "", "", TextPart::Body, 2, 3}, "span"},
      {{"date", "", "", TextPart::Body, 9, 13}, "type"},
      {{"", "", "", TextPart::Body, 9, 13}, "type"},
  };
  for (const auto& test : cases) {
    std::vector<Error> errors;
    const auto mentions = fit_to_article({"a", {test.span}}, article, errors);
    ASSERT_EQ(mentions.size() + errors.size(), 1U);
    const std::string outcome = errors.empty() ? std::to_string(mentions[0].bytes.begin) + "-" +
                                                     std::to_string(mentions[0].bytes.end)
                                               : errors[0].code;
    EXPECT_EQ(outcome, test.outcome) << test.span.type << test.span.start;
  }
}

}  // namespace
}  // namespace morgue
