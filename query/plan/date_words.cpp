// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/date_words.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace morgue {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// The numbers of "2024-03-05" or "31/02/2024"; empty when it is anything else.
std::vector<int> numbers_in(std::string_view typed) {
  std::vector<int> numbers;
  while (!typed.empty()) {
    int number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error != std::errc() || number < 0) return {};
    numbers.push_back(number);
    typed.remove_prefix(static_cast<std::size_t>(end - typed.data()));
    if (typed.empty()) break;
    if (std::string_view("-/.").find(typed.front()) == std::string_view::npos) return {};
    typed.remove_prefix(1);
    if (typed.empty()) return {};
  }
  return numbers;
}

std::string why_not(std::vector<int> numbers) {
  if (numbers.empty() || numbers.size() > 3) return {};
  if (numbers.size() == 3 && numbers[2] > 31) std::swap(numbers[0], numbers[2]);
  const int year = numbers[0];
  if (year < 1 || year > 9999) return " (years are 1 to 9999)";
  if (numbers.size() > 1 && (numbers[1] < 1 || numbers[1] > 12)) return " (months are 1 to 12)";
  if (numbers.size() < 3) return {};
  const int days = days_in_month(year, numbers[1]);
  if (numbers[2] >= 1 && numbers[2] <= days) return {};
  return " (" + std::string(kMonths[static_cast<std::size_t>(numbers[1] - 1)]) + " " +
         std::to_string(year) + " has " + std::to_string(days) + " days)";
}

/// "-30d" and its like; nothing when it is none, or leaves the calendar.
std::optional<PartialDate> relative_date(std::string_view typed, std::int32_t today) {
  if (typed == "today") return date_of_day(today);
  if (typed == "yesterday") return date_of_day(today - 1);
  if (typed.size() < 3 || typed.front() != '-') return std::nullopt;
  constexpr int kMost = 100'000;
  int number = 0;
  const char* unit = typed.data() + typed.size() - 1;
  const auto [end, error] = std::from_chars(typed.data() + 1, unit, number);
  if (error != std::errc() || end != unit || number < 0 || number > kMost) return std::nullopt;
  const PartialDate now = date_of_day(today);
  const int months = now.year * 12 + now.month - 1;
  switch (*unit) {
    case 'd':
      return date_of_day(today - number);
    case 'w':
      return date_of_day(today - 7 * number);
    case 'm':
      return make_date((months - number) / 12, (months - number) % 12 + 1);
    case 'y':
      return make_date(now.year - number);
    default:
      return std::nullopt;
  }
}

}  // namespace

Result<PartialDate> read_date(std::string_view typed, std::int32_t today) {
  if (const auto date = relative_date(typed, today)) return *date;
  if (const auto date = parse_partial_date(typed)) return *date;
  return Error{"Q106", "not a date: " + std::string(typed) + why_not(numbers_in(typed))};
}

}  // namespace morgue
