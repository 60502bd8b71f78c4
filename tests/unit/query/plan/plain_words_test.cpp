// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/plain_words.h"

#include <gmock/gmock.h>

#include "query/parse/parser.h"
#include "query/plan/bind.h"
#include "query/plan/rewrite.h"

namespace morgue {
namespace {

using testing::ElementsAre;

bound::NodePtr bound_query(const std::string& text, bool any) {
  auto parsed = parse_query(text);
  EXPECT_TRUE(parsed) << text;
  ast::NodePtr tree = any ? any_word(std::move(parsed->root)) : std::move(parsed->root);
  auto bound = bind_query(*tree, {"body", "date", "source", "title"}, 0);
  EXPECT_TRUE(bound) << text;
  return std::move(*bound);
}

std::vector<std::string> texts(const std::vector<const bound::Phrase*>& words) {
  std::vector<std::string> all;
  for (const bound::Phrase* word : words) {
    all.push_back(word == nullptr ? "-" : word->places.front().front().text);
  }
  return all;
}

struct PlainCase {
  const char* query;
  bool any;
  std::vector<std::string> words;  ///< "-" where there is none
  const char* why;
};

const PlainCase kPlainCases[] = {
    {"steel quota", false, {"steel", "quota"}, "an AND of words"},
    {"steel AND title:quota date:2024", false, {"steel", "-", "-"}, "fields are not plain"},
    {"steel \"trade war\" tarif*", false, {"steel", "-", "-"}, "nor are phrases and wildcards"},
    {"steel NOT quota", false, {"steel", "-"}, "nor what must not be there"},
    {"steel", false, {"steel"}, "a word alone"},
    {"steel quota", true, {"steel", "quota"}, "joined with OR"},
    {"steel OR quota", false, {"-"}, "an OR that was written"},
};

TEST(PlainWords, AreThoseThatStandSideBySide) {
  for (const PlainCase& test : kPlainCases) {
    SCOPED_TRACE(test.why);
    EXPECT_EQ(texts(plain_words(*bound_query(test.query, test.any), test.any)), test.words);
  }
}

TEST(FunctionWords, AreThoseOfTheLanguagesOfTheArchive) {
  EXPECT_TRUE(is_function_word("the", {"en"}));
  EXPECT_TRUE(is_function_word("would", {"en", "es"})) << "the last of the list";
  EXPECT_TRUE(is_function_word("a", {"en"})) << "the first";
  EXPECT_FALSE(is_function_word("the", {"de"})) << "a language without a list";
  EXPECT_FALSE(is_function_word("tariffs", {"en"}));
  EXPECT_TRUE(is_function_word("s", {})) << "a letter, in every language";
  EXPECT_FALSE(is_function_word("7", {})) << "a digit is no letter";
}

std::vector<std::string> scored(const std::string& query) {
  const bound::NodePtr tree = bound_query(query, true);
  silence_function_words(*tree, {"en"});
  std::vector<std::string> words;
  for (const bound::Phrase* word : plain_words(*tree, true)) {
    if (word != nullptr && word->scored) words.push_back(word->places.front().front().text);
  }
  return words;
}

TEST(FunctionWords, DoNotRankWhereOtherWordsAre) {
  EXPECT_THAT(scored("what is the price of steel"), ElementsAre("price", "steel"));
  EXPECT_THAT(scored("to be or not to be"), ElementsAre("to", "be", "or", "not", "to", "be"))
      << "here they are all there is";
}

}  // namespace
}  // namespace morgue
