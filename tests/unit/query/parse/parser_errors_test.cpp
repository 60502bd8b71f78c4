// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>

#include <gmock/gmock.h>

#include "query/parse/operators.h"
#include "query/parse/parser.h"
#include "query/parse/query_codes.h"

namespace morgue {
namespace {

using ::testing::HasSubstr;

struct ErrorCase {
  std::string_view typed;
  std::string_view code;
  Span span;
  std::string_view message;
  std::string_view suggestion;
};

constexpr std::string_view kRangeHint =
    "ranges are written date:2024-01..2024-03, date:>=2024-01 or date:[2024-01 TO 2024-03]";
constexpr std::string_view kBracketHint =
    "ranges are written date:2024-01..2024-03, date:>=2024-01 or date:[2024-01 TO 2024-03]; for "
    "the bracket itself write \\[";
constexpr std::string_view kProximity =
    "proximity needs a number: W/5, PRE/3, W/S (sentence) or W/P (paragraph)";
constexpr std::string_view kAlone =
    "to exclude, write -word without the space, or NOT word; else leave it out";

constexpr ErrorCase kErrorCases[] = {
    {"", "Q100", {0, 0}, "the query is empty", "for every article write *"},
    {"  \u00A0\n", "Q100", {4, 4}, "the query is empty", "for every article write *"},

    {"Morena AND \"nuevos aranceles",
     "Q101",
     {11, 12},
     "this quote is never closed",
     "try: Morena AND \"nuevos aranceles\""},
    {"pe\u00F1a \u00ABx ",
     "Q101",
     {5, 6},
     "this quote is never closed",
     "try: pe\u00F1a \u00ABx\u00BB"},
    {"\u201Cx", "Q101", {0, 1}, "this quote is never closed", "try: \u201Cx\u201D"},
    {"\u00ABa\"", "Q101", {0, 1}, "this quote is never closed", "try: \u00ABa\"\u00BB"},
    {"\"a\\", "Q101", {0, 1}, "this quote is never closed", "try: \"a\\\""},
    {"date:>\"2024", "Q101", {6, 7}, "this quote is never closed", "try: date:>\"2024\""},

    {"Morena AND", "Q102", {7, 10}, "AND needs something on its right", ""},
    {"a OR ", "Q102", {2, 4}, "OR needs something on its right", ""},
    {"a ||", "Q102", {2, 4}, "|| needs something on its right", ""},
    {"a NOT", "Q102", {2, 5}, "NOT needs something on its right", ""},
    {"a AND NOT", "Q102", {6, 9}, "NOT needs something on its right", ""},
    {"a AND OR b", "Q102", {2, 5}, "AND needs something on its right", ""},
    {"(a AND) b", "Q102", {3, 6}, "AND needs something on its right", ""},
    {"a -", "Q102", {2, 3}, "- needs something on its right", ""},
    {"a = b", "Q102", {2, 3}, "= needs a word or a quoted phrase right after it", ""},
    {"=(a)", "Q102", {0, 1}, "= needs a word or a quoted phrase right after it", ""},
    {"title:|x", "Q102", {0, 6}, "title: needs a value on its right", ""},

    {"OR a", "Q103", {0, 2}, "OR needs something on its left", ""},
    {"AND", "Q103", {0, 3}, "AND needs something on its left", ""},
    {"a (AND b)", "Q103", {3, 6}, "AND needs something on its left", ""},
    {"+a +b",
     "Q103",
     {0, 1},
     "+ needs something on its left",
     "every word is required here; leave out the first +"},

    {"a (b OR c", "Q105", {2, 3}, "this parenthesis is never closed", "try: a (b OR c)"},
    {"((a", "Q105", {1, 2}, "this parenthesis is never closed", "try: ((a))"},
    {"((a)", "Q105", {0, 1}, "this parenthesis is never closed", "try: ((a))"},
    {"a (", "Q105", {2, 3}, "this parenthesis is never closed", "try: a ()"},
    {"a) b", "Q105", {1, 2}, "this parenthesis was never opened", "for the sign itself write \\)"},
    {")", "Q105", {0, 1}, "this parenthesis was never opened", "for the sign itself write \\)"},
    {"a ( ) b", "Q105", {2, 5}, "there is nothing between these parentheses", ""},

    {"caf\xE9 a",
     "Q109",
     {3, 4},
     "the query is not UTF-8 here",
     "check the encoding of the terminal or the file"},
    {"pe\u00F1a \xED\xA0\x80",
     "Q109",
     {5, 6},
     "the query is not UTF-8 here",
     "check the encoding of the terminal or the file"},

    {"date:[2024 TO", "Q111", {5, 13}, "not a range: a value is missing here", kBracketHint},
    {"date:[2024",
     "Q111",
     {5, 10},
     "not a range: TO and the end of the range are missing",
     kBracketHint},
    {"[Updated] tariffs",
     "Q111",
     {0, 8},
     "not a range: TO and the end of the range are missing",
     kBracketHint},
    {"date:[a TO b", "Q111", {5, 12}, "this range is never closed", kBracketHint},
    {"date:[* TO *]", "Q111", {5, 13}, "a range needs at least one end", kBracketHint},
    {"date:..",
     "Q111",
     {5, 7},
     "a range needs a value right before or after the two dots",
     kRangeHint},
    {"date:2024 .. 2025",
     "Q111",
     {10, 12},
     "a range needs a value right before or after the two dots",
     kRangeHint},
    {"date:a..b..c", "Q111", {9, 11}, "a range has two ends; these are a third", kRangeHint},
    {"date:a*..b", "Q111", {5, 7}, "the end of a range cannot hold a wildcard", kRangeHint},
    {"words:>= 5", "Q111", {6, 8}, ">= needs a value right after it", kRangeHint},
    {"words:=>5", "Q111", {6, 8}, "=> is no comparison", "write >= or <="},

    {"Sheinbaum W/ tariffs", "Q113", {10, 12}, kProximity, ""},
    {"a PRE/x b", "Q113", {2, 7}, kProximity, "for the word itself write \\PRE/x"},
    {"found NEAR river", "Q113", {6, 10}, kProximity, "for the word itself write \\NEAR"},
    {"a NEAR/S b", "Q113", {2, 8}, kProximity, "for the word itself write \\NEAR/S"},
    {"a W/0 b", "Q113", {2, 5}, "W/0: the number goes from 1 to 1000000", ""},
    {"a PRE/1000001 b", "Q113", {2, 13}, "PRE/1000001: the number goes from 1 to 1000000", ""},
    {"a W/99999999999 b", "Q113", {2, 15}, "W/99999999999: the number goes from 1 to 1000000", ""},
    {"ATLEAST(a)",
     "Q113",
     {0, 7},
     "ATLEAST needs a number: ATLEAST3(…)",
     "for the word itself write \\ATLEAST"},
    {"ATLEAST0(a)", "Q113", {0, 8}, "ATLEAST0: the number goes from 1 to 1000000", ""},
    {"FIRST/(a)", "Q113", {0, 6}, "FIRST/ needs a number: FIRST/3(…)", ""},
    {"ATLEAST3 a", "Q102", {0, 8}, "ATLEAST3 needs a parenthesis right of it", "write ATLEAST3(…)"},
    {"a W/5", "Q102", {2, 5}, "W/5 needs something on its right", ""},
    {"W/5 a", "Q103", {0, 3}, "W/5 needs something on its left", ""},
    {"a NOT W/5", "Q102", {6, 9}, "W/5 needs something on its right", ""},
    {"a W/5 NOT b", "Q102", {2, 5}, "W/5 needs something on its right", ""},
    {"a XOR", "Q102", {2, 5}, "XOR needs something on its right", ""},
    {"XOR a", "Q103", {0, 3}, "XOR needs something on its left", ""},
    {"CAPS()", "Q105", {4, 6}, "there is nothing between these parentheses", ""},
    {"CAPS(a", "Q105", {4, 5}, "this parenthesis is never closed", "try: CAPS(a)"},
    {"a NOT PRE/5 b",
     "Q129",
     {2, 11},
     "NOT goes with W/n, W/S and W/P, which have no order",
     "write NOT W/5"},
    {"\"a (b c|d)\"",
     "Q126",
     {3, 10},
     "alternatives in a phrase are single words: \"trade (war|talks)\"",
     "for anything longer write the phrases out with OR between them"},
    {"\"tarif(f|fs) x\"",
     "Q126",
     {6, 12},
     "alternatives in a phrase are single words: \"trade (war|talks)\"",
     "for anything longer write the phrases out with OR between them"},
    {"\"a (b|) x\"",
     "Q126",
     {3, 7},
     "alternatives in a phrase are single words: \"trade (war|talks)\"",
     "for anything longer write the phrases out with OR between them"},
    {"tariff^", "Q127", {6, 7}, "a weight is a number from 0.001 to 1000: word^2", ""},
    {"tariff^0", "Q127", {6, 8}, "a weight is a number from 0.001 to 1000: word^2", ""},
    {"tariff^1001", "Q127", {6, 11}, "a weight is a number from 0.001 to 1000: word^2", ""},
    {"tariff^1.2345", "Q127", {6, 13}, "a weight is a number from 0.001 to 1000: word^2", ""},
    {"tariff^2^3", "Q127", {8, 10}, "one weight is enough", ""},
    {"a ^2",
     "Q127",
     {2, 4},
     "^ stands right behind what it gives weight to",
     "for the sign itself write \\^"},
    {"tariff~3", "Q128", {6, 8}, "similar words differ by 1 or 2 letters: word~1, word~2", ""},
    {"\"a b\"~",
     "Q128",
     {5, 6},
     "a loose phrase needs a number: \"…\"~3",
     "it says by how many positions in total the words may be moved"},
    {"=tariff~1",
     "Q128",
     {7, 9},
     "~ stands right behind a word or a quoted phrase",
     "for the sign itself write \\~"},
    {"(a b)~1",
     "Q128",
     {5, 7},
     "~ stands right behind a word or a quoted phrase",
     "for the sign itself write \\~"},

    {"Trump \u2013 Sheinbaum",
     "Q114",
     {6, 7},
     "\"\u2013\" stands alone: it may mean NOT, or nothing",
     kAlone},
    {"Hola ! amigo", "Q114", {5, 6}, "\"!\" stands alone: it may mean NOT, or nothing", kAlone},

    {"2024-01..2024-03",
     "Q115",
     {0, 16},
     "a range needs a field",
     "for example date:2024-01..2024-03; for the text itself put it in quotes"},
    {"a date:x >5",
     "Q115",
     {9, 11},
     "a range needs a field",
     "for example date:2024-01..2024-03; for the text itself put it in quotes"},
    {"source:-AFP",
     "Q116",
     {7, 8},
     "- stands before a field, not after it",
     "write -source:… or NOT source:…"},
    {"a\\",
     "Q117",
     {1, 2},
     "this backslash has nothing to escape",
     "for the backslash itself write two: \\\\"},
    {"=tar*",
     "Q118",
     {0, 5},
     "an exact word cannot hold a wildcard",
     "leave out the =, or write \\* for the sign itself"},
    {"=\"tar* x\"",
     "Q118",
     {0, 9},
     "an exact phrase cannot hold a wildcard",
     "leave out the =, or write \\* for the sign itself"},
    {"a \" \" b", "Q119", {2, 5}, "there is nothing between these quotes", ""},
};

TEST(ParserErrors, SayWhatIsWrongWhereAndWhatToDo) {
  for (const auto& [typed, code, span, message, suggestion] : kErrorCases) {
    SCOPED_TRACE(typed);
    const auto query = parse_query(typed);
    ASSERT_FALSE(query);
    EXPECT_EQ(query.error().code, code);
    EXPECT_EQ(query.error().span.begin, span.begin);
    EXPECT_EQ(query.error().span.end, span.end);
    EXPECT_EQ(query.error().message, message);
    EXPECT_EQ(query.error().suggestion, suggestion);
    EXPECT_NE(find_query_code(query.error().code), nullptr);
  }
}

TEST(ParserErrors, EveryRowOfTheOperatorTableIsReached) {
  for (const WordOperator& row : kWordOperators) {
    SCOPED_TRACE(row.spelling);
    const std::string number = row.argument == Argument::None ? "" : "3";
    const bool number_apart = row.spelling == "NEAR";  // and so never complete
    const auto match =
        match_operator(std::string(row.spelling) + (number_apart ? "" : number), row.before_group);
    ASSERT_TRUE(match);
    EXPECT_EQ(match->row, &row);
    EXPECT_EQ(match->complete, !number_apart);
  }
}

TEST(ParserErrors, WordsThatOnlyLookLikeOperatorsAreWords) {
  for (const std::string_view typed :
       {"George W Bush", "CAPS lock", "EXACT words", "PRE ADJ",  "x~y",
        "a^b",           "^_x",       "AC/DC",       "ATLEASTx", "FIRST",
        "a/b/",          "24/7",      "~user",       "ATLEAST",  "NEAR5",
        "/tar x",        "/var/log",  "/ab/c",       "//",       "\"a (b) c\"",
        "\"f(x) |\""}) {
    SCOPED_TRACE(typed);
    const auto query = parse_query(typed);
    EXPECT_TRUE(query) << query.error().message;
  }
}

TEST(ParserErrors, StrictRefusesMixes) {
  const ParseOptions strict{.strict_mixes = true};
  const auto mix = parse_query("Morena tariffs OR aranceles", strict);
  ASSERT_FALSE(mix);
  EXPECT_EQ(mix.error().code, "Q112");
  EXPECT_EQ(mix.error().span, (Span{15, 17}));
  EXPECT_EQ(mix.error().message, "operators are mixed without parentheses");
  EXPECT_EQ(mix.error().suggestion,
            "write (Morena AND tariffs) OR aranceles, or Morena AND (tariffs OR aranceles)");
  EXPECT_TRUE(parse_query("(Morena tariffs) OR aranceles", strict));
  EXPECT_TRUE(parse_query("Morena (tariffs OR aranceles)", strict));
  EXPECT_FALSE(parse_query("x (a b OR c)", strict)) << "inside parentheses as well";
}

TEST(ParserErrors, DepthHasALimit) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  EXPECT_TRUE(parse_query(nested(100)));
  const auto deep = parse_query(nested(101));
  ASSERT_FALSE(deep);
  EXPECT_EQ(deep.error().code, "Q107");
  EXPECT_EQ(deep.error().span, (Span{100, 101}));
  EXPECT_THAT(deep.error().message, HasSubstr("100 levels, the limit of nesting depth"));

  EXPECT_TRUE(parse_query(std::string(100, '-') + "a"));
  EXPECT_FALSE(parse_query(std::string(101, '-') + "a"));
  EXPECT_FALSE(parse_query(std::string(60, '-') + nested(60)));
  EXPECT_TRUE(parse_query(nested(60) + std::string(60, '-') + "a")) << "side by side is no depth";
}

// What is read so far becomes a child of what follows, so that a long chain is a deep tree.
TEST(ParserErrors, ChainsCountAsDepth) {
  const auto chain = [](std::string text, std::string_view more, int times) {
    for (int i = 0; i < times; ++i) text += more;
    return text;
  };
  EXPECT_TRUE(parse_query(chain("a", " NOT W/5 b", 100)));
  const auto deep = parse_query(chain("a", " NOT W/5 b", 101));
  ASSERT_FALSE(deep);
  EXPECT_EQ(deep.error().code, "Q107");
  EXPECT_FALSE(parse_query(chain("a", " W/5 b NOT W/5 c", 51)));
  EXPECT_TRUE(parse_query(chain("a", " W/5 b", 101))) << "one chain, however long";
  EXPECT_TRUE(parse_query(chain("", "(a NOT W/5 b) ", 101))) << "side by side is no depth";
}

TEST(ParserErrors, LengthHasALimit) {
  const auto query = parse_query(std::string(64 * 1024, 'a'));
  EXPECT_TRUE(query);
  const auto longer = parse_query(std::string(64 * 1024 + 1, 'a'));
  ASSERT_FALSE(longer);
  EXPECT_EQ(longer.error().code, "Q108");
  EXPECT_THAT(longer.error().message,
              HasSubstr("65537 bytes long, over the limit of query length"));
  EXPECT_FALSE(parse_query("abc", {.max_bytes = 2}));
}

}  // namespace
}  // namespace morgue
