// SPDX-License-Identifier: GPL-3.0-or-later
// A date and how much of it is known.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

/// 2024, 2024-03, 2024-03-05, or nothing. Invariant: month is 0 when unknown, and so is day;
/// a day is never known without its month; what is known exists in the Gregorian calendar,
/// years 1 to 9999. A news date is a calendar day as printed: it has no time zone.
struct PartialDate {
  std::int16_t year = 0;  ///< 0: the date is not known at all
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  bool known() const { return year != 0; }

  /// The first and the last day the date can mean, in days since 1970-01-01. Precondition: known().
  std::int32_t first_day() const;
  std::int32_t last_day() const;

  /// "2024", "2024-03", "2024-03-05"; "" when not known.
  std::string to_string() const;

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// Reads the form to_string() writes, and nothing else; nullopt when it is not that or does not
/// exist in the calendar.
std::optional<PartialDate> parse_partial_date(std::string_view text);

/// The calendar day `days` after 1970-01-01.
PartialDate date_of_day(std::int32_t days);

/// The last day of a month: 29 for 2024, 2. Precondition: 1 <= month <= 12.
std::uint8_t days_in_month(int year, int month);

/// A date that may lack month or day; nullopt when it does not exist in the calendar.
std::optional<PartialDate> make_date(int year, int month = 0, int day = 0);

}  // namespace morgue
