// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/print.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>

#include "query/parse/parser.h"

namespace morgue {
namespace {

struct WordCase {
  std::string_view text;
  std::string_view printed;
  std::string_view why;
};

constexpr WordCase kWordCases[] = {
    {"tariffs", "tariffs", "nothing to escape"},
    {"AND", "\\AND", "an operator"},
    {"or", "\\or", "what people take for one"},
    {"W/5", "\\W/5", "an operator of a later version"},
    {"NEAR", "\\NEAR", "one without its number"},
    {"CAPS", "CAPS", "a function without parenthesis is a word"},
    {"title:x", "title\\:x", "what would be a field"},
    {"12:30", "12:30", "what would not"},
    {"http://a.b/?q", "http://a.b/\\?q", "an address"},
    {"-x", "\\-x", "a sign at the front"},
    {"x!", "x\\!", "a sign at the end"},
    {"a&b", "a&b", "a sign that is text inside a word"},
    {"a&&b", "a\\&&b", "but not before another"},
    {"a..b", "a.\\.b", "what would be a range"},
    {"a(b)|\"c", "a\\(b\\)\\|\\\"c", "signs that end a word"},
    {"x\u2013y", "x\\\u2013y", "a dash that would be read as plain"},
    {"a b", "a\\ b", "a space"},
    {"\\", "\\\\", "the backslash"},
};

TEST(Print, EscapesWordsSoThatTheyComeBack) {
  for (const auto& [text, printed, why] : kWordCases) {
    SCOPED_TRACE(why);
    const ast::Node node{{}, ast::Word{std::string(text)}};
    EXPECT_EQ(print(node), printed);
    const auto again = parse_query(printed);
    ASSERT_TRUE(again) << again.error().message;
    ASSERT_TRUE(std::holds_alternative<ast::Word>(again->root->value));
    EXPECT_EQ(std::get<ast::Word>(again->root->value).text, text);
  }
}

TEST(Print, QuotesValues) {
  EXPECT_EQ(quote("El Universal"), "\"El Universal\"");
  EXPECT_EQ(quote("AFP"), "AFP");
  EXPECT_EQ(quote("Pe\u00F1a2"), "Pe\u00F1a2");
  EXPECT_EQ(quote("2024-01"), "\"2024-01\"");
  EXPECT_EQ(quote("a \"b\" \\ c*? (d)"), "\"a \\\"b\\\" \\\\ c\\*\\? \\(d)\"");
  EXPECT_EQ(quote("_"), "\"\\_\"");
}

TEST(Print, QuotedValuesAreOneOperand) {
  for (const std::string_view value :
       {"AFP", "El Universal", "a\"b", "x\\", "what?", "(a|b)", "_ _", "\u201Ccurly\u201D", "OR"}) {
    SCOPED_TRACE(value);
    const auto query = parse_query("source:" + quote(value));
    ASSERT_TRUE(query) << query.error().message;
    const auto& field = std::get<ast::Fielded>(query->root->value);
    if (const auto* word = std::get_if<ast::Word>(&field.child->value)) {
      EXPECT_EQ(word->text, value);
    } else {
      const auto& phrase = std::get<ast::Phrase>(field.child->value);
      ASSERT_EQ(phrase.parts.size(), 1U);
      EXPECT_EQ(std::get<ast::Word>(phrase.parts.front()).text, value);
    }
  }
}

}  // namespace
}  // namespace morgue
