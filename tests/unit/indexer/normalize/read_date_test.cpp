// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/read_date.h"

#include <string>

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

constexpr PartialDate kToday{2026, 11, 23};

struct Case {
  const char* text;
  const char* date;
};

constexpr Case kDates[] = {
    {"2024-03-05", "2024-03-05"},
    {"2024-3-5", "2024-03-05"},
    {"2024/03/05", "2024-03-05"},
    {"2024.03.05", "2024-03-05"},
    {"2024-03-05T23:59:59-08:00", "2024-03-05"},
    {"2024-03-05T00:00:00Z", "2024-03-05"},
    {"2024-03-05T10", "2024-03-05"},
    {"2015-07-21 02:51:32", "2015-07-21"},
    {"2024-03-05, Tuesday", "2024-03-05"},
    {"2024-03", "2024-03"},
    {"2024", "2024"},
    {"20240305", "2024-03-05"},
    {"20240305T101500Z", "2024-03-05"},
    {"1709600000", "2024-03-05"},
    {"1709600000.25", "2024-03-05"},
    {"1709600000000", "2024-03-05"},
    {"1709600000000000", "2024-03-05"},
    {"999999999", "2001-09-09"},
    {"26-FEB-1987 15:01:01.79", "1987-02-26"},
    {" 5-MAR-1987 09:19:43.22\t\t\tF", "1987-03-05"},
    {"3-MAR-1987  09:15:05.40", "1987-03-03"},
    {"Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"},
    {"Tue, 5 Mar 2024 10:00:00 +0100", "2024-03-05"},
    {"Tue Mar  5 10:20:30 2024", "2024-03-05"},
    {"March 5, 2024", "2024-03-05"},
    {"Mar. 5, 2024 at 10:15 a.m. ET", "2024-03-05"},
    {"5 March 2024", "2024-03-05"},
    {"5th of March 2024", "2024-03-05"},
    {"March 5th, 2024", "2024-03-05"},
    {"5 de marzo de 2024", "2024-03-05"},
    {"الثلاثاء 5 مارس 2024", "2024-03-05"},
    {"٥ آذار ٢٠٢٤", "2024-03-05"},
    {"21 يوليو 2015", "2015-07-21"},
    {"3 أكتوبر 2015", "2015-10-03"},
    {"5 de mar\u00e7o de 2024", "2024-03-05"},
    {"mar, 5 nov 2024", "2024-11-05"},
    {"5 f\u00e9vrier 2024", "2024-02-05"},
    {"1er ao\u00fbt 2024", "2024-08-01"},
    {"5. M\u00e4rz 2024", "2024-03-05"},
    {"Dienstag, 5. Dezember 2023, 10:15 Uhr", "2023-12-05"},
    {"MARCH 2024", "2024-03"},
    {"marzo de 2024", "2024-03"},
    {"5.3.2024", "2024-03-05"},
    {"13/12/2017", "2017-12-13"},
    {"12/13/2017", "2017-12-13"},
    {"05/05/2024 10:00", "2024-05-05"},
    {"2024\u5e743\u67085\u65e5", "2024-03-05"},
    {"\uff12\uff10\uff12\uff14-03-05", "2024-03-05"},
    {"2024-02-29", "2024-02-29"},
    {"1776-07-04", "1776-07-04"},
    {"2026-11-24", "2026-11-24"},
};

TEST(ReadDate, ReadsTheDayAsItIsPrinted) {
  for (const auto& [text, date] : kDates) {
    const ReadDate read = read_date(text, kToday);
    EXPECT_EQ(read.date.to_string(), date) << text;
    EXPECT_EQ(read.problem, "") << text;
  }
}

struct BadCase {
  const char* text;
  const char* date;
  const char* problem;
};

constexpr BadCase kBad[] = {
    {"03/04/2024", "2024", "can mean two days"},
    {"3-4-2024", "2024", "can mean two days"},
    {"2024-02-31", "", "not in the calendar"},
    {"2023-02-29", "", "not in the calendar"},
    {"31 April 2024", "", "not in the calendar"},
    {"2024-13-01", "", "not in the calendar"},
    {"20241350", "", "not in the calendar"},
    {"0000", "", "not in the calendar"},
    {"2026-11-25", "", "lies in the future"},
    {"2027", "", "lies in the future"},
    {"9999999999", "", "lies in the future"},
    {"03/04/2030", "", "lies in the future"},
    {"yesterday", "", "no date Morgue can read"},
    {"5 March", "", "no date Morgue can read"},
    {"05/03/24", "", "no date Morgue can read"},
    {"12", "", "no date Morgue can read"},
    {"-", "", "no date Morgue can read"},
    {"2024-03-05-06-07-08-09-10-11-12", "2024-03-05", ""},
    {"may 2", "", "no date Morgue can read"},
    {"\xff\xfe", "", "no date Morgue can read"},
};

TEST(ReadDate, SaysWhatIsWrong) {
  for (const auto& [text, date, problem] : kBad) {
    const ReadDate read = read_date(text, kToday);
    EXPECT_EQ(read.date.to_string(), date) << text;
    EXPECT_THAT(read.problem, testing::HasSubstr(problem)) << text;
  }
}

TEST(ReadDate, BelievesEverythingWithoutToday) {
  EXPECT_EQ(read_date("2999-01-01", {}).date.to_string(), "2999-01-01");
}

TEST(ReadDate, ReadsWhatAnyDayIsWrittenAs) {
  EXPECT_TRUE(rc::check([] {
    const PartialDate day = date_of_day(*rc::gen::inRange(-60'000, kToday.first_day()));
    const std::string iso = day.to_string();
    const std::string months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string month = months[day.month - 1];
    const std::string number = std::to_string(day.day);
    const std::string year = std::to_string(day.year);
    for (const std::string& text :
         {iso, iso + "T23:30:00+14:00", number + " " + month + " " + year,
          month + " " + number + ", " + year, number + "-" + month + "-" + year,
          number + "." + std::to_string(day.month) + "." + year}) {
      RC_ASSERT(read_date(text, kToday).date == day);
    }
  }));
}

TEST(ReadDate, NeverGivesADateThatDoesNotExist) {
  EXPECT_TRUE(rc::check([] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('0', '1', '2', '9', '-', '/', '.', ' ', 'm', 'a', 'y', '\xff'));
    const PartialDate date = read_date(text, kToday).date;
    if (!date.known()) return;
    RC_ASSERT(parse_partial_date(date.to_string()) == date);
    RC_ASSERT(date.first_day() <= kToday.first_day() + 1);
  }));
}

constexpr Case kUrls[] = {
    {"https://example.org/2024/03/05/story", "2024-03-05"},
    {"https://example.org/news/2024/3/5/story.html", "2024-03-05"},
    {"https://example.org/world/2024/mar/05/story", "2024-03-05"},
    {"https://example.org/2024/03/story", "2024-03"},
    {"https://example.org/story-2024-03-05.html", "2024-03-05"},
    {"https://example.org/20240305/story", "2024-03-05"},
    {"https://example.org/2024/story", ""},
    {"https://example.org/2024/13/05/story", ""},
    {"https://example.org/2024/02/31/story", "2024-02"},
    {"https://example.org/2027/03/05/story", ""},
    {"https://example.org/article/410826/story", ""},
    {"https://example.org/1024/03/05/story", ""},
    {"https://example.org/story?from=2024-03-05", ""},
    {"https://example.org/id-12024-03-059", ""},
    {"", ""},
};

TEST(DateInUrl, FindsDatesInThePath) {
  for (const auto& [url, date] : kUrls) {
    EXPECT_EQ(date_in_url(url, kToday).to_string(), date) << url;
  }
}

}  // namespace
}  // namespace morgue
