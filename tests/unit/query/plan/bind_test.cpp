// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/bind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/article/partial_date.h"
#include "query/parse/parser.h"
#include "query/plan/date_words.h"
#include "query/plan/suggest.h"

namespace morgue {
namespace {

const std::vector<std::string> kFields = {"body", "date", "source", "title", "topics"};

const std::int32_t kToday = make_date(2026, 3, 15)->first_day();

Result<bound::NodePtr, QueryError> bound_query(const std::string& text) {
  auto parsed = parse_query(text);
  EXPECT_TRUE(parsed) << text << ": " << parsed.error().message;
  return bind_query(*parsed->root, kFields, kToday);
}

struct ErrorCase {
  const char* query;
  const char* code;
  Span span;
  const char* says;
};

TEST(Bind, RefusesWhatHasNoMeaningHere) {
  const ErrorCase cases[] = {
      {"auhtor:x", "Q104", {0, 6}, "unknown field \"auhtor\""},
      {"a AND tpoics:x", "Q104", {6, 12}, "unknown field \"tpoics\""},
      {"date:31/02/2024", "Q106", {5, 15}, "not a date: 31/02/2024 (February 2024 has 29 days)"},
      {"date:2023-02-29", "Q106", {5, 15}, "February 2023 has 28 days"},
      {"date:2024-13", "Q106", {5, 12}, "months are 1 to 12"},
      {"date:soon", "Q106", {5, 9}, "not a date: soon"},
      {"date:2024-05..2024-04", "Q111", {5, 12}, "ends before it begins"},
      {"date:2024*", "Q122", {5, 10}, "no wildcards in date:"},
      {"words:many", "Q121", {6, 10}, "not a number: many"},
      {"words:1..x", "Q121", {9, 10}, "not a number: x"},
      {"words:9..1", "Q111", {6, 7}, "ends before it begins"},
      {"source:a..b", "Q122", {7, 11}, "a range needs a field of dates or numbers"},
      {"has:nothing", "Q104", {4, 11}, "unknown field \"nothing\""},
      {"a W/5 NOT:b", "Q104", {6, 9}, "unknown field \"NOT\""},
      {"a W/5 (NOT b)", "Q201", {7, 12}, "NOT has no place in the text"},
      {"a W/5 (b XOR c)", "Q201", {6, 15}, "XOR has no place in the text"},
      {"a W/5 date:2024", "Q201", {11, 15}, "date: has no place in the text"},
      {"a W/5 date:2024..", "Q201", {11, 17}, "a range has no place in the text"},
      {"a NOT W/5 source:b", "Q201", {17, 18}, "source: has no place in the text"},
      {"FIRST/5(*)", "Q201", {8, 9}, "* has no place in the text"},
      {"ATLEAST2(ATLEAST3(a))", "Q201", {9, 20}, "ATLEAST3 has no place in the text"},
      {"ATLEAST2(has:date)", "Q201", {13, 17}, "has: has no place in the text"},
      {"entity:(a OR (b entity:c))", "Q122", {16, 22}, "no entity: inside entity:"},
      {"CAPS(source:a)", "Q122", {12, 13}, "capitals are not looked at in source:"},
      {"EXACT(tar*)", "Q118", {6, 10}, "an exact word cannot hold a wildcard"},
      {"COVID-19~1", "Q128", {0, 10}, "~ takes a single word"},
      {"\"a (COVID-19|b)\"", "Q126", {0, 16}, "not a single word: COVID-19"},
      {"\"_\"", "Q120", {0, 3}, "no word in these quotes"},
      {"date:-9999999d", "Q106", {5, 14}, "not a date"},
      {"\"...\"", "Q120", {0, 5}, "no word in these quotes"},
      {"%%%", "Q120", {0, 3}, "nothing to search for"},
  };
  for (const auto& [query, code, span, says] : cases) {
    const auto bound = bound_query(query);
    ASSERT_FALSE(bound) << query;
    EXPECT_EQ(bound.error().code, code) << query;
    EXPECT_EQ(bound.error().span.begin, span.begin) << query;
    EXPECT_EQ(bound.error().span.end, span.end) << query;
    EXPECT_THAT(bound.error().message, testing::HasSubstr(says)) << query;
  }
}

TEST(Bind, SuggestsTheNearestName) {
  const auto suggestion = [](const std::string& query) {
    return bound_query(query).error().suggestion;
  };
  EXPECT_THAT(suggestion("auhtor:x"), testing::StartsWith("did you mean byline (alias author)?"));
  EXPECT_THAT(suggestion("tpoics:x"), testing::StartsWith("did you mean topics?"));
  EXPECT_THAT(suggestion("zzzzzzzzz:x"), testing::StartsWith("fields here: title"));
}

struct DateCase {
  const char* query;
  const char* first;
  const char* last;
};

TEST(Bind, DatesCoverTheirWholePeriod) {
  const DateCase cases[] = {
      {"date:2024", "2024-01-01", "2024-12-31"},
      {"date:2024-02", "2024-02-01", "2024-02-29"},
      {"date:2024-02-10", "2024-02-10", "2024-02-10"},
      {"date:\"2024\"", "2024-01-01", "2024-12-31"},
      {"date:2024-02..2025", "2024-02-01", "2025-12-31"},
      {"date:2024..", "2024-01-01", ""},
      {"date:..2024", "", "2024-12-31"},
      {"date:>2024-02", "2024-03-01", ""},
      {"date:>=2024-02", "2024-02-01", ""},
      {"date:<2024-02", "", "2024-01-31"},
      {"date:<=2024-02", "", "2024-02-29"},
      {"date:[2024 TO 2025]", "2024-01-01", "2025-12-31"},
      {"date:{2024 TO 2026}", "2025-01-01", "2025-12-31"},
      {"published:2024", "2024-01-01", "2024-12-31"},
      {"date:today", "2026-03-15", "2026-03-15"},
      {"date:yesterday..", "2026-03-14", ""},
      {"date:-30d..", "2026-02-13", ""},
      {"date:-2w", "2026-03-01", "2026-03-01"},
      {"date:-3m..-1m", "2025-12-01", "2026-02-28"},
      {"date:..-1y", "", "2025-12-31"},
  };
  for (const auto& [query, first, last] : cases) {
    const auto bound = bound_query(query);
    ASSERT_TRUE(bound) << query << bound.error().message;
    const auto* dates = std::get_if<bound::Dates>(&(*bound)->value);
    ASSERT_NE(dates, nullptr) << query;
    EXPECT_EQ(dates->first ? date_of_day(*dates->first).to_string() : "", first) << query;
    EXPECT_EQ(dates->last ? date_of_day(*dates->last).to_string() : "", last) << query;
  }
}

TEST(Bind, WordsTakeStemsOnlyWhenBareAndOneToken) {
  const auto kind = [](const std::string& query) {
    const auto bound = bound_query(query);
    return std::get<bound::Phrase>((*bound)->value).places.front().front().kind;
  };
  using Kind = bound::Leaf::Kind;
  EXPECT_EQ(kind("Tariffs"), Kind::Stemmed);
  EXPECT_EQ(kind("title:Tariffs"), Kind::Stemmed);
  EXPECT_EQ(kind("\"Tariffs\""), Kind::Form);
  EXPECT_EQ(kind("=Tariffs"), Kind::Form);
  EXPECT_EQ(kind("EXACT(Tariffs)"), Kind::Form);
  EXPECT_EQ(kind("CAPS(Tariffs)"), Kind::Stemmed);
  EXPECT_EQ(kind("tarrif~"), Kind::Similar);
  EXPECT_EQ(kind("/tar.*/"), Kind::Regex);
  EXPECT_EQ(kind("tarif*"), Kind::Pattern);
  EXPECT_EQ(kind("COVID-19"), Kind::Form);
  EXPECT_EQ(kind("source:Times"), Kind::Form);
}

TEST(Suggest, CountsASwapAsOne) {
  EXPECT_EQ(edit_distance("auhtor", "author"), 1U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(nearest_name("x", {"source", "title"}), "");
}

}  // namespace
}  // namespace morgue
