// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/partial_date.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace morgue {
void PrintTo(const PartialDate& date, std::ostream* out) { *out << '"' << date.to_string() << '"'; }

namespace {

struct ParseCase {
  const char* text;
  PartialDate date;
  const char* why;
};

constexpr ParseCase kReadable[] = {
    {"2024", {2024, 0, 0}, "a year"},
    {"2024-03", {2024, 3, 0}, "a month"},
    {"2024-03-05", {2024, 3, 5}, "a day"},
    {"0001-01-01", {1, 1, 1}, "the first day there is"},
    {"9999-12-31", {9999, 12, 31}, "the last day there is"},
    {"2024-02-29", {2024, 2, 29}, "a leap year"},
    {"2000-02-29", {2000, 2, 29}, "a century that is divided by 400 is a leap year"},
};

struct Unreadable {
  const char* text;
  const char* why;
};

constexpr Unreadable kUnreadable[] = {
    {"", "nothing"},
    {"0000", "there is no year 0"},
    {"2023-02-29", "not a leap year"},
    {"1900-02-29", "a century that is not divided by 400 is no leap year"},
    {"2024-04-31", "April has thirty days"},
    {"2024-13", "there are twelve months"},
    {"2024-00", "a month that was written is not unknown"},
    {"2024-03-00", "a day that was written is not unknown"},
    {"2024-00-05", "a day without its month"},
    {"2024-3-5", "to_string() writes two digits"},
    {"2024-03-", "half of a date"},
    {"20240305", "another form of ISO 8601"},
    {"2024/03/05", "another mark"},
    {" 2024", "white space"},
    {"2024-03-05T10:00", "a time"},
    {"-024", "a sign is no digit"},
    {"+2024-03-0", "a sign is no digit"},
};

TEST(PartialDate, ReadsWhatItWrites) {
  for (const auto& [text, date, why] : kReadable) {
    SCOPED_TRACE(why);
    EXPECT_EQ(parse_partial_date(text), date);
    EXPECT_EQ(date.to_string(), text);
    EXPECT_TRUE(date.known());
  }
}

TEST(PartialDate, ReadsNothingElse) {
  for (const auto& [text, why] : kUnreadable) {
    EXPECT_EQ(parse_partial_date(text), std::nullopt) << text << ": " << why;
  }
}

TEST(PartialDate, UnknownIsEmpty) {
  EXPECT_FALSE(PartialDate{}.known());
  EXPECT_EQ(PartialDate{}.to_string(), "");
}

struct DayCase {
  PartialDate date;
  std::int32_t first;
  std::int32_t last;
  const char* why;
};

constexpr DayCase kDays[] = {
    {{1970, 1, 1}, 0, 0, "the day that is counted from"},
    {{1969, 12, 31}, -1, -1, "the day before it"},
    {{1970, 1, 0}, 0, 30, "a month is all its days"},
    {{1970, 0, 0}, 0, 364, "a year is all its days"},
    {{1972, 0, 0}, 730, 1095, "a leap year has one more"},
    {{1972, 2, 0}, 761, 789, "and so has its February"},
    {{2024, 3, 5}, 19787, 19787, "a recent day"},
};

TEST(PartialDate, CoversTheDaysItCanMean) {
  for (const auto& [date, first, last, why] : kDays) {
    SCOPED_TRACE(why);
    EXPECT_EQ(date.first_day(), first);
    EXPECT_EQ(date.last_day(), last);
  }
}

TEST(MakeDate, TakesOnlyWhatTheCalendarHas) {
  EXPECT_EQ(make_date(2024, 2, 29), (PartialDate{2024, 2, 29}));
  EXPECT_EQ(make_date(2024), (PartialDate{2024, 0, 0}));
  EXPECT_EQ(make_date(2023, 2, 29), std::nullopt);
  EXPECT_EQ(make_date(2024, 0, 5), std::nullopt) << "a day without its month";
  EXPECT_EQ(make_date(2024, -1), std::nullopt);
  EXPECT_EQ(make_date(2024, 3, -1), std::nullopt);
  EXPECT_EQ(make_date(0, 3, 1), std::nullopt);
  EXPECT_EQ(make_date(10000), std::nullopt);
}

TEST(DaysInMonth, KnowsLeapYears) {
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2023, 2), 28);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(days_in_month(2024, 4), 30);
  EXPECT_EQ(days_in_month(2024, 12), 31);
}

TEST(PartialDateLaw, EveryDayOfTheCalendarIsReadBack) {
  const std::int32_t last = PartialDate{9999, 12, 31}.last_day();
  for (std::int32_t day = PartialDate{1, 1, 1}.first_day(); day <= last; ++day) {
    const PartialDate date = date_of_day(day);
    ASSERT_EQ(date.first_day(), day);
    ASSERT_EQ(date.last_day(), day);
    ASSERT_EQ(parse_partial_date(date.to_string()), date);
  }
}

TEST(PartialDateLaw, AMonthAndAYearHoldExactlyTheirDays) {
  for (int year = 1; year <= 9999; ++year) {
    const PartialDate whole = *make_date(year);
    std::int32_t next = whole.first_day();
    for (int month = 1; month <= 12; ++month) {
      const PartialDate part = *make_date(year, month);
      ASSERT_EQ(part.first_day(), next);
      ASSERT_EQ(part.last_day() - part.first_day() + 1, days_in_month(year, month));
      ASSERT_EQ(parse_partial_date(part.to_string()), part);
      next = part.last_day() + 1;
    }
    ASSERT_EQ(whole.last_day() + 1, next);
    ASSERT_EQ(parse_partial_date(whole.to_string()), whole);
  }
}

TEST(PartialDateLaw, WhatIsReadIsWrittenTheSame) {
  EXPECT_TRUE(rc::check("parse_partial_date(t) has a value only when it writes t", [] {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123459- ")));
    const auto date = parse_partial_date(text);
    RC_ASSERT(!date || date->to_string() == text);
  }));
}

}  // namespace
}  // namespace morgue
