// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/query_text.h"

#include <gtest/gtest.h>

#include "query/commands/nearest.h"

namespace morgue {
namespace {

struct JoinCase {
  std::vector<std::string> words;
  const char* text;
  std::size_t notes;
  const char* why;
};

const JoinCase kJoinCases[] = {
    {{"Morena AND tariffs"}, "Morena AND tariffs", 0, "one argument is the query"},
    {{"nuevos aranceles"}, "nuevos aranceles", 0, "also without an operator"},
    {{"Morena", "AND", "tariffs"}, "Morena AND tariffs", 0, "words without quotes"},
    {{"Morena", "nuevos aranceles"}, "Morena \"nuevos aranceles\"", 1, "quotes the shell took"},
    {{"Morena", "title:nuevos aranceles"}, "Morena title:\"nuevos aranceles\"", 1, "in a field"},
    {{"Morena", "a OR b"}, "Morena a OR b", 0, "an operator shows that it is query text"},
    {{"Morena", "\"a b\" c"}, "Morena \"a b\" c", 0, "quotes that reached us"},
    {{"Morena", "tarif* a"}, "Morena tarif* a", 0, "a wildcard"},
    {{"Morena", "a W/3 b"}, "Morena a W/3 b", 0, "proximity"},
    {{"Morena", "a -b"}, "Morena a -b", 0, "an exclusion"},
    {{"Morena", "x 2020..2021"}, "Morena x 2020..2021", 0, "a range"},
    {{"a b", "c d"}, "\"a b\" \"c d\"", 2, "two phrases, two notes"},
    {{"Morena", "time: now"}, "Morena time: now", 0, "a colon before a space names no field"},
    {{}, "", 0, "nothing"},
};

TEST(JoinWords, MakesOneQuery) {
  for (const JoinCase& test : kJoinCases) {
    SCOPED_TRACE(test.why);
    const QueryText query = join_words(test.words, false);
    EXPECT_EQ(query.text, test.text);
    EXPECT_EQ(query.notes.size(), test.notes);
  }
}

TEST(JoinWords, LiteralWordsAreOnlyJoined) {
  const QueryText query = join_words({"a b", "c"}, true);
  EXPECT_EQ(query.text, "a b c");
  EXPECT_TRUE(query.notes.empty());
}

TEST(JoinWords, TheNoteNamesThePhrase) {
  const auto notes = join_words({"Morena", "nuevos aranceles"}, false).notes;
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "N121");
  EXPECT_NE(notes[0].message.find("\"nuevos aranceles\""), std::string::npos);
}

TEST(RequestOf, CarriesEveryFlagOfTheQuery) {
  Options options;
  options.query.any = options.query.literal = options.query.strict = options.query.lenient = true;
  options.query.exact_case = options.query.exact_accents = true;
  options.query.max_expansions = 7;
  options.facet.facets = {{"person", 20}};
  const SearchRequest request = request_of(options, {"tariffs", {}});
  EXPECT_EQ(request.query, "tariffs");
  EXPECT_TRUE(request.any && request.literal && request.strict_mixes && request.lenient);
  EXPECT_TRUE(request.exact_case && request.exact_accents);
  EXPECT_EQ(request.max_expansions, 7U);
  EXPECT_EQ(request.facets, options.facet.facets);
}

TEST(Nearest, FindsTheNameThatWasMeant) {
  const std::vector<std::string> names{"--limit", "--lenient", "--literal", "--facet"};
  EXPECT_EQ(nearest("--limt", names), "--limit");
  EXPECT_EQ(nearest("--faect", names), "--facet") << "swapped neighbours are one mistake";
  EXPECT_EQ(nearest("--zzzzzzz", names), "");
}

}  // namespace
}  // namespace morgue
