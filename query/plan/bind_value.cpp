// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/bind_value.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

#include "query/plan/date_words.h"

namespace morgue {
namespace {

std::optional<std::uint32_t> read_number(std::string_view typed) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (error != std::errc() || end != typed.data() + typed.size()) return std::nullopt;
  return number;
}

QueryError not_a_number(Span span, std::string_view typed, const Field& field) {
  const std::string name(field.name);
  return error_at(span, "Q121", "not a number: " + std::string(typed),
                  "write " + name + ":500, " + name + ":>500 or " + name + ":100..500");
}

}  // namespace

Bound bind_date(std::string_view typed, Span span, std::int32_t today) {
  const auto date = read_date(typed, today);
  if (!date) return error_at(span, "Q106", date.error().message, std::string(kDateHelp));
  return bound::make(bound::Dates{date->first_day(), date->last_day()});
}

Bound bind_date_range(const ast::Range& range, std::int32_t today) {
  bound::Dates dates;
  if (range.low) {
    const auto low = read_date(*range.low, today);
    if (!low) {
      return error_at(range.low_span, "Q106", low.error().message, std::string(kDateHelp));
    }
    dates.first = range.low_included ? low->first_day() : low->last_day() + 1;
  }
  if (range.high) {
    const auto high = read_date(*range.high, today);
    if (!high) {
      return error_at(range.high_span, "Q106", high.error().message, std::string(kDateHelp));
    }
    dates.last = range.high_included ? high->last_day() : high->first_day() - 1;
  }
  if (dates.first && dates.last && *dates.first > *dates.last) {
    return error_at(range.low_span, "Q111", "this range ends before it begins",
                    "the earlier date comes first");
  }
  return bound::make(dates);
}

Bound bind_number(std::string_view typed, Span span, const Field& field) {
  const auto number = read_number(typed);
  if (!number) return not_a_number(span, typed, field);
  return bound::make(bound::Numbers{static_cast<unsigned>(field.slot), number, number});
}

Bound bind_number_range(const ast::Range& range, const Field& field) {
  bound::Numbers numbers{static_cast<unsigned>(field.slot), {}, {}};
  if (range.low) {
    numbers.first = read_number(*range.low);
    if (!numbers.first) return not_a_number(range.low_span, *range.low, field);
    if (!range.low_included) {
      if (*numbers.first == std::numeric_limits<std::uint32_t>::max()) {
        return bound::make(bound::Nothing{});
      }
      ++*numbers.first;
    }
  }
  if (range.high) {
    numbers.last = read_number(*range.high);
    if (!numbers.last) return not_a_number(range.high_span, *range.high, field);
    if (!range.high_included) {
      if (*numbers.last == 0) return bound::make(bound::Nothing{});
      --*numbers.last;
    }
  }
  if (numbers.first && numbers.last && *numbers.first > *numbers.last) {
    return error_at(range.low_span, "Q111", "this range ends before it begins",
                    "the smaller number comes first");
  }
  return bound::make(numbers);
}

}  // namespace morgue
