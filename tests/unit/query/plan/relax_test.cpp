// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/relax.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "query/parse/parser.h"
#include "query/parse/print.h"
#include "query/plan/rewrite.h"
#include "tests/support/query_trees.h"

namespace morgue {
namespace {

struct Case {
  const char* query;
  std::vector<std::string> relaxed;  ///< "query | change"
  const char* why;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.query; }

class Relax : public testing::TestWithParam<Case> {};

TEST_P(Relax, GivesUpOneThingAtATimeNearestFirst) {
  const auto parsed = parse_query(GetParam().query);
  ASSERT_TRUE(parsed) << parsed.error().message;
  RelaxOptions options;
  options.today = 19'787;  // 2024-03-05
  options.unknown = {"tarrifs", "title:tarrifs"};
  std::vector<std::string> relaxed;
  for (const Relaxation& relaxation : relax(*parsed->root, options)) {
    relaxed.push_back(print(*relaxation.query) + " | " + relaxation.change);
  }
  EXPECT_EQ(relaxed, GetParam().relaxed) << GetParam().why;
}

INSTANTIATE_TEST_SUITE_P(
    Table, Relax,
    testing::Values(
        Case{"tariffs", {}, "a word that is known asks for nothing less"},
        Case{"tarrifs", {"tarrifs* | any word that begins so"}, "only unknown words are cut"},
        Case{"=Peña", {"Peña | in any spelling"}, "capitals and accents first"},
        Case{"tariff~1", {"tariff~2 | two letters may differ"}, "two is the most there is"},
        Case{"\"tariffs\"", {"tariffs | any form of the word"}, "a phrase of one is a word"},
        Case{"\"new tariffs\"",
             {"\"new tariffs\"~2 | a loose phrase", "new AND tariffs | the words anywhere"},
             "near, then anywhere"},
        Case{"\"new tariffs\"~3",
             {"new AND tariffs | the words anywhere"},
             "what is loose is not made tighter"},
        Case{"=\"New tariffs\"",
             {"\"New tariffs\" | in any spelling", "=\"New tariffs\"~2 | a loose phrase",
              "=New AND =tariffs | the words anywhere"},
             "one thing at a time: exact words stay exact"},
        Case{"\"(new|old) _ tarif*\"",
             {"\"(new|old) _ tarif*\"~2 | a loose phrase",
              "(new OR old) AND tarif* | the words anywhere"},
             "any word is no word to look for"},
        Case{"a PRE/2 b",
             {"a W/2 b | in either order", "a PRE/6 b | farther apart",
              "a AND b | the words anywhere"},
             "order before distance"},
        Case{"a W/S b",
             {"a W/P b | farther apart", "a AND b | the words anywhere"},
             "a sentence lies in a paragraph"},
        Case{"a W/P b", {"a AND b | the words anywhere"}, "words may be nearer than a paragraph"},
        Case{"a W/5 =B",
             {"a W/5 B | in any spelling", "a W/15 =B | farther apart",
              "a AND =B | the words anywhere"},
             "single words inside a proximity stay where they are"},
        Case{"a W/5 \"b c\"",
             {"a W/15 \"b c\" | farther apart", "a AND \"b c\" | the words anywhere"},
             "a phrase inside a proximity stays as it is: a longer run could be farther away"},
        Case{"a NOT W/5 =B", {}, "less asked of B would be more asked in all"},
        Case{"=A XOR b", {}, "less asked of A would be more asked in all"},
        Case{"ATLEAST3(a)", {"a | once is enough"}, "counting"},
        Case{"FIRST/20(a)", {"a | anywhere in the text"}, "place"},
        Case{"CAPS(a)", {"a | with any capitals"}, "capitals"},
        Case{"title:a", {"a | anywhere in the text"}, "the title is part of the text"},
        Case{"title:(a OR =B)",
             {"title:(a OR B) | in any spelling", "a OR =B | anywhere in the text"},
             "below a field as well"},
        Case{"title:tarrifs",
             {"tarrifs | anywhere in the text", "title:tarrifs* | any word that begins so"},
             "known or not is a matter of the field"},
        Case{"title:(NOT a)", {}, "not in the title is not: not in the text"},
        Case{"byline:Smith",
             {"byline:Smith OR Smith | or in the text"},
             "who wrote is not in the text, so the field stays beside it"},
        Case{"source:=Reforma",
             {"source:Reforma | in any spelling", "source:=Reforma OR =Reforma | or in the text"},
             "a whole value, then its words"},
        Case{"date:2024-03",
             {"date:2024-03 OR missing:date | or undated", "date:2023..2025 | a year around"},
             "unknown days first, then other years"},
        Case{"date:2024-03..",
             {"date:2024-03.. OR missing:date | or undated", "date:2023.. | a year around"},
             "an open end stays open"},
        Case{"lang:es", {}, "a language is no word of the text"},
        Case{"a AND NOT b AND source:c",
             {"a AND NOT b AND (source:c OR c) | or in the text", "a AND source:c | without NOT b",
              "NOT b AND source:c | without a", "a AND NOT b | without source:c"},
             "what is not wanted is given up first"},
        Case{"a AND tarrifs AND b AND date:2024",
             {"a AND tarrifs AND b AND (date:2024 OR missing:date) | or undated",
              "a AND tarrifs AND b AND date:2023..2025 | a year around",
              "a AND tarrifs* AND b AND date:2024 | any word that begins so",
              "tarrifs AND b AND date:2024 | without a", "a AND b AND date:2024 | without tarrifs",
              "a AND tarrifs AND date:2024 | without b", "a AND tarrifs AND b | without date:2024",
              "(a OR b) AND date:2024 | any of the words"},
             "filters stay when any word is enough"},
        Case{"a AND b AND (source:x OR missing:source)",
             {"a AND b AND (source:x OR x OR missing:source) | or in the text",
              "b AND (source:x OR missing:source) | without a",
              "a AND (source:x OR missing:source) | without b",
              "a AND b | without source:x OR missing:source",
              "(a OR b) AND (source:x OR missing:source) | any of the words"},
             "two filters are one filter"},
        Case{"\"a b\" AND c",
             {"\"a b\"~2 AND c | a loose phrase", "a AND b AND c | the words anywhere",
              "c | without \"a b\"", "\"a b\" | without c", "\"a b\" OR c | any of the words"},
             "chains stay flat"}));

// Whatever the tree, what comes out is a tree of the language.
TEST(RelaxLaw, EachResultReadsBackAsItself) {
  EXPECT_TRUE(rc::check([](const std::vector<std::uint32_t>& choices) {
    const ast::NodePtr query = test::TreeMaker(choices).make();
    for (const Relaxation& relaxation : relax(*query)) {
      const auto again = parse_query(print(*relaxation.query));
      RC_ASSERT(again);
      RC_ASSERT(test::same_tree(*again->root, *relaxation.query));
    }
  }));
}

}  // namespace
}  // namespace morgue
