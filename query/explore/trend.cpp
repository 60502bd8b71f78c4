// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/trend.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <set>

#include "common/index/schema.h"
#include "common/index/value.h"

namespace morgue {
namespace {

constexpr std::int32_t kDaysOfWeek = 7;

template <class... Numbers>
std::string formatted(const char* form, Numbers... numbers) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), form, numbers...);
  return text.data();
}

/// Monday is 0.
std::int32_t weekday_of(std::int32_t day) {
  // 1970-01-01 was a Thursday, day 3 of a week that begins on Monday.
  return ((day + 3) % kDaysOfWeek + kDaysOfWeek) % kDaysOfWeek;
}

/// The year and week of ISO 8601: a week belongs to the year that its Thursday is of.
std::string week_of(std::int32_t day) {
  const std::int32_t thursday = day - weekday_of(day) + 3;
  const int year = date_of_day(thursday).year;
  const std::int32_t first = make_date(year, 1, 1)->first_day();
  return formatted("%04d-W%02d", year, (thursday - first) / kDaysOfWeek + 1);
}

}  // namespace

std::string period_of(std::int32_t day, Period period) {
  const PartialDate date = date_of_day(day);
  switch (period) {
    case Period::Year:
      return formatted("%04d", int{date.year});
    case Period::Month:
      return formatted("%04d-%02d", int{date.year}, int{date.month});
    case Period::Week:
      return week_of(day);
    case Period::Day:
      break;
  }
  return formatted("%04d-%02d-%02d", int{date.year}, int{date.month}, int{date.day});
}

std::string period_of(const PartialDate& date, Period period) {
  if (!date.known()) return {};
  std::string first = period_of(date.first_day(), period);
  return first == period_of(date.last_day(), period) ? first : std::string();
}

Periods::Periods(const Selection& selection, Period period)
    : period_(period),
      first_days_(selection.view().database, Slot::FirstDay),
      last_days_(selection.view().database, Slot::LastDay) {}

std::string Periods::of(Xapian::docid article) {
  const std::string first = first_days_.of(article);
  if (first.empty()) return {};
  std::string name = period_of(decode_day(first), period_);
  const std::string last = last_days_.of(article);
  return last == first || name == period_of(decode_day(last), period_) ? name : std::string();
}

PeriodCounts count_periods(const Selection& selection, const std::vector<Xapian::docid>& articles,
                           Period period) {
  PeriodCounts counts;
  Periods periods(selection, period);
  SlotValues words(selection.view().database, Slot::Words);
  for (const Xapian::docid article : articles) {
    PeriodCount& count = counts[periods.of(article)];
    ++count.articles;
    count.words += decode_number(words.of(article));
  }
  return counts;
}

std::vector<std::string> all_periods(const std::string& first, const std::string& last,
                                     Period period) {
  std::vector<std::string> all;
  const int year = std::stoi(first.substr(0, 4));
  // A year's first week may begin in the year before; there is no year before the first.
  const std::int32_t begin = make_date(1, 1, 1)->first_day();
  std::int32_t day = std::max(begin, make_date(year, 1, 1)->first_day() - kDaysOfWeek);
  for (; all.empty() || all.back() < last; ++day) {
    std::string name = period_of(day, period);
    if (name < first || (!all.empty() && all.back() == name)) continue;
    if (name > last) break;
    all.push_back(std::move(name));
  }
  return all;
}

std::pair<std::int32_t, std::int32_t> days_of(const std::string& name, Period period) {
  if (period != Period::Week) {
    const PartialDate date = *parse_partial_date(name);
    return {date.first_day(), date.last_day()};
  }
  // The 4th of January is always in the first week.
  const auto year = static_cast<std::int16_t>(std::stoi(name.substr(0, 4)));
  const std::int32_t fourth = make_date(year, 1, 4)->first_day();
  const std::int32_t monday =
      fourth - weekday_of(fourth) + (std::stoi(name.substr(6)) - 1) * kDaysOfWeek;
  return {monday, monday + kDaysOfWeek - 1};
}

std::string query_of_period(const std::string& name, Period period, bool with_vague) {
  const auto [first, last] = days_of(name, period);
  const auto day = [](std::int32_t number) { return "date:" + date_of_day(number).to_string(); };
  std::string query = "date:" + name;
  if (period == Period::Week) {
    query = day(first) + ".." + date_of_day(last).to_string();
  }
  // The calendar of queries begins with the year 1 and ends with 9999.
  if (with_vague && date_of_day(first).year > 1) query += " NOT " + day(first - 1);
  if (with_vague && date_of_day(last).year < 9999) query += " NOT " + day(last + 1);
  return query;
}

std::string query_of_undated(const Selection& everything, Period period) {
  std::set<std::pair<std::int32_t, std::int32_t>> vague;
  SlotValues first_days(everything.view().database, Slot::FirstDay);
  SlotValues last_days(everything.view().database, Slot::LastDay);
  for (const Xapian::docid article : everything.articles) {
    const std::string first = first_days.of(article);
    if (first.empty()) continue;
    const std::string last = last_days.of(article);
    if (last == first) continue;
    const std::pair days{decode_day(first), decode_day(last)};
    if (period_of(days.first, period) != period_of(days.second, period)) vague.insert(days);
  }
  std::string query(kNoDate);
  for (const auto& [first, last] : vague) {
    query += " OR (date:" + date_of_day(first).to_string() +
             " AND date:" + date_of_day(last).to_string() + ")";
  }
  return query;
}

}  // namespace morgue
