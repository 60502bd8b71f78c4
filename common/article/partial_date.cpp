// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/partial_date.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace morgue {
namespace {

using std::chrono::year_month_day;

constexpr int kLastYear = 9999;

year_month_day calendar(int year, int month, int day) {
  return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
         std::chrono::day{static_cast<unsigned>(day)};
}

std::int32_t days_since_1970(int year, int month, int day) {
  const std::chrono::sys_days days = calendar(year, month, day);
  return static_cast<std::int32_t>(days.time_since_epoch().count());
}

void append_two_digits(std::string& out, int number) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The value of a run of digits. Precondition: all are digits.
int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// Whether `text` is digits with a hyphen in the fifth and the eighth place.
bool has_date_form(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen_expected = i == 4 || i == 7;
    if (hyphen_expected ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  return true;
}

}  // namespace

std::int32_t PartialDate::first_day() const {
  assert(known() && "an unknown date has no first day");
  return days_since_1970(year, std::max<int>(month, 1), std::max<int>(day, 1));
}

std::int32_t PartialDate::last_day() const {
  assert(known() && "an unknown date has no last day");
  const int last_month = month == 0 ? 12 : month;
  return days_since_1970(year, last_month, day == 0 ? days_in_month(year, last_month) : day);
}

std::string PartialDate::to_string() const {
  std::string out;
  if (!known()) return out;
  append_two_digits(out, year / 100);
  append_two_digits(out, year % 100);
  if (month == 0) return out;
  out += '-';
  append_two_digits(out, month);
  if (day == 0) return out;
  out += '-';
  append_two_digits(out, day);
  return out;
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  if (!has_date_form(text)) return std::nullopt;
  const int year = number_of(text.substr(0, 4));
  const int month = text.size() >= 7 ? number_of(text.substr(5, 2)) : 0;
  const int day = text.size() == 10 ? number_of(text.substr(8, 2)) : 0;
  // A "00" that was written is no month and no day; only what is left out is unknown.
  if ((text.size() >= 7 && month == 0) || (text.size() == 10 && day == 0)) return std::nullopt;
  return make_date(year, month, day);
}

PartialDate date_of_day(std::int32_t days) {
  const year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<std::int16_t>(static_cast<int>(date.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

std::uint8_t days_in_month(int year, int month) {
  assert(month >= 1 && month <= 12 && "there are twelve months");
  const std::chrono::year_month_day_last last{
      std::chrono::year{year},
      std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<std::uint8_t>(static_cast<unsigned>(last.day()));
}

std::optional<PartialDate> make_date(int year, int month, int day) {
  if (year < 1 || year > kLastYear || month < 0 || month > 12 || day < 0) return std::nullopt;
  if (day > 0 && month == 0) return std::nullopt;
  if (month > 0 && day > days_in_month(year, month)) return std::nullopt;
  return PartialDate{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                     static_cast<std::uint8_t>(day)};
}

}  // namespace morgue
