// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/query_error.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "common/text/width.h"
#include "query/parse/parser.h"

namespace morgue {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string draw(std::string_view query) {
  const auto parsed = parse_query(query);
  return parsed ? "no error" : draw_error("morgue-query", query, parsed.error());
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

// The drawings of the language page, to the letter.
TEST(DrawError, UnclosedQuote) {
  EXPECT_EQ(draw("Morena AND \"nuevos aranceles"),
            "morgue-query: query error Q101 at 11: this quote is never closed\n"
            "    Morena AND \"nuevos aranceles\n"
            "               ^\n"
            "    try: Morena AND \"nuevos aranceles\"\n");
}

TEST(DrawError, MissingOperand) {
  EXPECT_EQ(draw("Morena AND"),
            "morgue-query: query error Q102 at 7: AND needs something on its right\n"
            "    Morena AND\n"
            "           ^~~\n");
}

TEST(DrawError, UnknownField) {
  EXPECT_EQ(draw_error("morgue-query", "tariffs AND auhtor:Smith",
                       {"Q104",
                        {12, 18},
                        "unknown field \"auhtor\"",
                        "did you mean byline (alias author)? fields here: title lead"}),
            "morgue-query: query error Q104 at 12: unknown field \"auhtor\"\n"
            "    tariffs AND auhtor:Smith\n"
            "                ^~~~~~\n"
            "    did you mean byline (alias author)? fields here: title lead\n");
}

TEST(DrawError, NotADate) {
  EXPECT_EQ(draw_error("morgue-query", "date:31/02/2024",
                       {"Q106",
                        {5, 15},
                        "not a date: 31/02/2024 (February 2024 has 29 days)",
                        "dates are year-month-day: date:2024-02-29, date:2024-02"}),
            "morgue-query: query error Q106 at 5: not a date: 31/02/2024 (February 2024 has 29 "
            "days)\n"
            "    date:31/02/2024\n"
            "    dates are year-month-day: date:2024-02-29, date:2024-02\n");
}

TEST(DrawError, TooManyExpansions) {
  EXPECT_EQ(
      draw_error("morgue-query", "*a*",
                 {"Q110",
                  {0, 3},
                  "\"*a*\" stands for 48,211 words, over the limit of 10,000",
                  "lengthen it, or raise --max-expansions; the commonest: a, para"}),
      "morgue-query: query error Q110 at 0: \"*a*\" stands for 48,211 words, over the limit of "
      "10,000\n"
      "    lengthen it, or raise --max-expansions; the commonest: a, para\n");
}

TEST(DrawError, ProximityWithoutNumber) {
  EXPECT_EQ(draw("Sheinbaum W/ tariffs"),
            "morgue-query: query error Q113 at 10: proximity needs a number: W/5, PRE/3, W/S "
            "(sentence) or W/P (paragraph)\n"
            "    Sheinbaum W/ tariffs\n"
            "              ^~\n");
}

TEST(DrawError, NamesTheLineOfABatch) {
  EXPECT_THAT(draw_error("morgue-query: queries.txt:12", "a AND", parse_query("a AND").error()),
              StartsWith("morgue-query: queries.txt:12: query error Q102 at 2: "));
}

TEST(DrawError, AlignsTheCaretByWidth) {
  EXPECT_EQ(lines(draw("習近平 AND"))[2], "           ^~~") << "three wide characters";
  EXPECT_EQ(lines(draw("pen\u0303a AND"))[2], "         ^~~") << "an accent takes no column";
  EXPECT_EQ(lines(draw("a NEAR/習 b"))[2], "      ^~~~~~~") << "a wide character under the caret";
}

TEST(DrawError, ShowsControlCharacters) {
  const std::string drawn = draw("a\tb\x1B[31m AND");
  EXPECT_THAT(drawn, ::testing::Not(AllOf(HasSubstr("\x1B"), HasSubstr("\t"))));
  const auto parts = lines(drawn);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(display_width(parts[1]), display_width(parts[2])) << "the caret ends with the query";
  EXPECT_THAT(parts[2], EndsWith("^~~"));
}

TEST(DrawError, ShowsBytesThatAreNoText) {
  EXPECT_EQ(lines(draw("caf\xE9 x"))[1], "    caf\uFFFD x");
  EXPECT_EQ(lines(draw("caf\xE9 x"))[2], "       ^");
}

TEST(DrawError, CutsALongQueryAroundTheCaret) {
  const std::string words = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda ";
  const std::string both = words + words + "AND AND " + words + words;
  const auto middle = lines(draw(both));
  ASSERT_EQ(middle.size(), 3U);
  EXPECT_THAT(middle[1], AllOf(StartsWith("    …"), EndsWith("…"), HasSubstr("AND AND")));
  EXPECT_LE(display_width(middle[1]), 80U);
  EXPECT_EQ(display_width(middle[2].substr(0, middle[2].find('^'))),
            display_width(middle[1].substr(0, middle[1].find("AND AND"))));

  const auto end = lines(draw(words + words + "AND"));
  EXPECT_THAT(end[1], AllOf(StartsWith("    …"), EndsWith(" AND")));
  EXPECT_EQ(display_width(end[1]), display_width(end[2]));

  const auto start = lines(draw("OR " + words + words));
  EXPECT_THAT(start[1], AllOf(StartsWith("    OR alpha"), EndsWith("…")));
  EXPECT_EQ(start[2], "    ^~");
}

TEST(DrawError, CutsAMultiLineQueryToItsLine) {
  const auto parts = lines(draw("first line\nAND AND\nlast line"));
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[1], "    …AND AND…");
  EXPECT_EQ(parts[2], "     ^~~");
}

TEST(DrawError, KeepsASpanThatLiesOutsideWithinTheQuery) {
  const std::string drawn = draw_error("p", "abc", {"Q102", {7, 90}, "m", ""});
  EXPECT_EQ(drawn, "p: query error Q102 at 7: m\n    abc\n       ^\n");
}

}  // namespace
}  // namespace morgue
