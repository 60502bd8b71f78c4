// SPDX-License-Identifier: GPL-3.0-or-later
// Proximity, functions, weights, similar words, regular expressions and loose phrases: how they are
// read, and the one way they are written.
#include <string_view>

#include <gtest/gtest.h>

#include "query/parse/parser.h"
#include "query/parse/print.h"

namespace morgue {
namespace {

struct ReadCase {
  std::string_view typed;
  std::string_view canonical;
  std::string_view why;
};

constexpr ReadCase kReadCases[] = {
    // proximity
    {"a W/5 b", "a W/5 b", "any order"},
    {"a NEAR/5 b", "a W/5 b", "another name of it"},
    {"a PRE/3 b", "a PRE/3 b", "in this order"},
    {"a ADJ/3 b", "a PRE/3 b", "another name of it"},
    {"a W/S b W/P c", "a W/S b W/P c", "sentences and paragraphs; a chain"},
    {"a PRE/S b PRE/P c", "a PRE/S b PRE/P c", "in this order"},
    {"a W/005 b", "a W/5 b", "zeros in front say nothing"},
    {"(a W/3 b) W/9 c", "(a W/3 b) W/9 c", "a nested pair is no chain"},
    {"a W/3 (b W/9 c)", "a W/3 (b W/9 c)", "on either side"},
    {"a NOT W/5 b", "a NOT W/5 b", "apart"},
    {"a NOT NEAR/5 b", "a NOT W/5 b", "by another name"},
    {"a NOT  W/S b", "a NOT W/S b", "spaces between the two words"},
    {"a NOT W/5 b W/3 c", "(a NOT W/5 b) W/3 c", "from the left"},
    {"a W/3 b NOT W/5 c", "(a W/3 b) NOT W/5 c", "from the left"},
    {"a NOT W/5 b NOT W/P c", "(a NOT W/5 b) NOT W/P c", "from the left"},
    {"a b W/2 c d", "a AND (b W/2 c) AND d", "tighter than AND"},
    {"a OR b W/2 c", "a OR (b W/2 c)", "tighter than OR"},
    {"NOT a W/2 b", "NOT (a W/2 b)", "tighter than NOT"},
    {"a AND NOT b W/2 c", "a AND NOT (b W/2 c)", "tighter than NOT behind AND"},
    {"\"Claudia Sheinbaum\" W/5 (tariff* OR arancel*)",
     "\"Claudia Sheinbaum\" W/5 (tariff* OR arancel*)", "any operand"},
    {"person:Sheinbaum W/S org:Morena", "person:Sheinbaum W/S org:Morena", "fields are operands"},
    {"title:(a W/3 b)", "title:(a W/3 b)", "and go before groups"},
    {"a W/3 =b W/3 c~1 W/3 /d+/", "a W/3 =b W/3 c~1 W/3 /d+/", "every kind of word"},
    {"a and W/5 b", "a AND (\\and W/5 b)", "lower-case and is a word before an operator"},

    // XOR
    {"a XOR b XOR c", "a XOR b XOR c", "a chain"},
    {"a XOR (b XOR c)", "a XOR b XOR c", "an odd number of them, however grouped"},
    {"a OR b XOR c AND d", "a OR (b XOR (c AND d))", "between AND and OR"},

    // functions
    {"ATLEAST3(tariff OR arancel)", "ATLEAST3(tariff OR arancel)", "a count"},
    {"ATLEAST3 (tariff)", "ATLEAST3(tariff)", "a space before the parenthesis"},
    {"FIRST/50(a b)", "FIRST/50(a AND b)", "the first words"},
    {"CAPS(us) NOCAPS(us) ALLCAPS(us) EXACT(Us)",
     "CAPS(us) AND NOCAPS(us) AND ALLCAPS(us) AND EXACT(Us)", "ways of writing"},
    {"title:CAPS(us)", "title:CAPS(us)", "behind a field"},
    {"place:CAPS (us)", "place:CAPS AND us", "behind a field only with its parenthesis at once"},
    {"CAPS(ALLCAPS(a) OR b)", "CAPS(ALLCAPS(a) OR b)", "nested"},
    {"a W/5 CAPS(b)", "a W/5 CAPS(b)", "as operands"},

    // weights
    {"tariff^2 a", "tariff^2 AND a", "of a word"},
    {"(a b)^2.50", "(a AND b)^2.5", "of a group"},
    {"\"a b\"^.5", "\"a b\"^0.5", "of a phrase"},
    {"title:x^3", "title:x^3", "of a field"},
    {"title:(x^3)", "title:(x^3)", "inside a field"},
    {"CAPS(a)^2", "CAPS(a)^2", "of a function"},
    {"(a^2)^3", "(a^2)^3", "of a weight"},
    {"a~1^2", "a~1^2", "of a similar word"},

    // words and phrases
    {"tariff~", "tariff~2", "similar words differ by 2 letters unless said"},
    {"tariff~1", "tariff~1", "or by 1"},
    {"and~1", "\\and~1", "\"and\" with ~ is no operator"},
    {"\"a b\"~3", "\"a b\"~3", "a loose phrase"},
    {"=\"a b\"~3", "=\"a b\"~3", "as written, too"},
    {"\"a b\"~0", "\"a b\"", "not loose at all"},
    {"\"a _ d\"", "\"a _ d\"", "any one word"},
    {"\"a \\_ d _x\"", "\"a \\_ d _x\"", "which a longer word does not mean"},
    {"\"a (b|c) d\"", "\"a (b|c) d\"", "alternatives"},
    {"\"( b | c )\"", "\"(b|c)\"", "spaces around them say nothing"},
    {"\"(b\\|c|d)\"", "\"(b\\|c|d)\"", "an escaped sign is text"},
    {"\"f(x) g\"", "\"f\\(x) g\"", "parentheses around anything else are text"},
    {"/tar(if|iff)s?/", "/tar(if|iff)s?/", "a regular expression"},
    {"/a\\/b\\d/", "/a\\/b\\d/", "with its own escapes"},
    {"title:/tar/ x", "title:/tar/ AND x", "in a field"},
    {"-(/tar/)", "NOT /tar/", "in parentheses"},
};

TEST(Operators, AreReadAndPrinted) {
  for (const auto& [typed, canonical, why] : kReadCases) {
    SCOPED_TRACE(std::string(typed) + ": " + std::string(why));
    const auto query = parse_query(typed);
    ASSERT_TRUE(query) << query.error().message;
    EXPECT_EQ(print(*query->root), canonical);
    const auto again = parse_query(canonical, {.strict_mixes = true});
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(print(*again->root), canonical);
    EXPECT_TRUE(again->notes.empty()) << again->notes.front().message;
  }
}

struct NoteCase {
  std::string_view typed;
  std::string_view message;
};

constexpr NoteCase kNoteCases[] = {
    {"a OR b W/2 c",
     "read as a OR (b W/2 c); for (a OR b) W/2 c add parentheses (Nexis reads it so)"},
    {"a W/2 b OR c",
     "read as (a W/2 b) OR c; for a W/2 (b OR c) add parentheses (Nexis reads it so)"},
    {"a NOT W/2 b OR c",
     "read as (a NOT W/2 b) OR c; for a NOT W/2 (b OR c) add parentheses (Nexis reads it so)"},
    {"(a W/2 b) OR c AND d",
     "read as (a W/2 b) OR (c AND d); for ((a W/2 b) OR c) AND d add parentheses (Nexis reads it "
     "so)"},
    {"a AND b XOR c", "read as (a AND b) XOR c"},
};

TEST(Operators, MixedAreReadByPrecedenceAndSaidSo) {
  for (const auto& [typed, message] : kNoteCases) {
    SCOPED_TRACE(typed);
    const auto query = parse_query(typed);
    ASSERT_TRUE(query) << query.error().message;
    ASSERT_EQ(query->notes.size(), 1U);
    EXPECT_EQ(query->notes.front().code, "N101");
    EXPECT_EQ(query->notes.front().message, message);
    const auto strict = parse_query(typed, {.strict_mixes = true});
    ASSERT_FALSE(strict);
    EXPECT_EQ(strict.error().code, "Q112");
  }
  for (const std::string_view typed : {"(a W/2 b) OR c", "a W/2 (b OR c)", "a W/2 b AND c"}) {
    const auto query = parse_query(typed);
    ASSERT_TRUE(query);
    EXPECT_TRUE(query->notes.empty()) << typed;
  }
}

}  // namespace
}  // namespace morgue
