// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/typed_date.h"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "common/text/ascii.h"

namespace morgue::dialect {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

// Reads pieces of a date from the front of a text.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  bool at_edge() const {
    return at_ == text_.size() || (!is_ascii_digit(text_[at_]) && !is_ascii_lower(text_[at_]));
  }

  std::optional<Number> number() {
    Number number;
    const char* begin = text_.data() + at_;
    while (at_ + number.digits < text_.size() && is_ascii_digit(text_[at_ + number.digits])) {
      ++number.digits;
    }
    if (number.digits == 0 || number.digits > 8) return std::nullopt;
    std::from_chars(begin, begin + number.digits, number.value);
    at_ += number.digits;
    return number;
  }

  /// 1 to 12: a month's name, or its first three letters or more, with or without a full stop.
  std::optional<int> month() {
    std::size_t size = 0;
    while (at_ + size < text_.size() && is_ascii_lower(text_[at_ + size])) ++size;
    if (size < 3) return std::nullopt;
    const std::string_view word = text_.substr(at_, size);
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      if (!kMonths[i].starts_with(word)) continue;
      at_ += size;
      if (at_ < text_.size() && text_[at_] == '.') ++at_;
      return static_cast<int>(i) + 1;
    }
    return std::nullopt;
  }

  bool accept(std::string_view signs) {
    if (at_ == text_.size() || signs.find(text_[at_]) == signs.npos) return false;
    ++at_;
    return true;
  }
  void skip_spaces() {
    while (accept(" ,")) {
    }
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

int full_year(const Number& year, bool& doubtful) {
  if (year.digits != 2) return year.value;
  doubtful = true;
  return year.value < 50 ? 2000 + year.value : 1900 + year.value;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// `month` and `day` are 0 where there is none.
std::optional<TypedDate> make_date(int year, int month, int day, bool doubtful,
                                   const DateReader& reader) {
  if (!reader.at_edge() || year < 1000 || month > 12 || day > 31) return std::nullopt;
  TypedDate date{std::to_string(year), reader.at(), doubtful};
  if (month > 0) date.iso += "-" + two_digits(month);
  if (day > 0) date.iso += "-" + two_digits(day);
  return date;
}

// "january 31, 2024", "jan 2024".
std::optional<TypedDate> read_month_first(DateReader reader) {
  const auto month = reader.month();
  if (!month) return std::nullopt;
  reader.skip_spaces();
  const auto first = reader.number();
  if (!first) return std::nullopt;
  if (first->digits == 4) return make_date(first->value, *month, 0, false, reader);
  reader.skip_spaces();
  const auto year = reader.number();
  if (!year || year->digits != 4 || first->value == 0) return std::nullopt;
  return make_date(year->value, *month, first->value, false, reader);
}

// "31 january 2024".
std::optional<TypedDate> read_day_first(DateReader reader) {
  const auto day = reader.number();
  if (!day || day->digits > 2 || day->value == 0) return std::nullopt;
  reader.skip_spaces();
  const auto month = reader.month();
  if (!month) return std::nullopt;
  reader.skip_spaces();
  const auto year = reader.number();
  if (!year || year->digits != 4) return std::nullopt;
  return make_date(year->value, *month, day->value, false, reader);
}

std::optional<TypedDate> read_numbers(DateReader reader) {
  std::vector<Number> numbers;
  do {
    const auto number = reader.number();
    if (!number || (number->value == 0 && number->digits != 2)) return std::nullopt;
    numbers.push_back(*number);
  } while (numbers.size() < 3 && reader.accept("/-."));
  const Number first = numbers.front();
  if (numbers.size() == 1) {
    if (first.digits == 4) return make_date(first.value, 0, 0, false, reader);
    if (first.digits != 8) return std::nullopt;
    const int year = first.value / 10000;
    return make_date(year, first.value / 100 % 100, first.value % 100, false, reader);
  }
  const Number second = numbers[1];
  const bool year_first = first.digits == 4;
  if (numbers.size() == 2) {
    if (year_first) return make_date(first.value, second.value, 0, false, reader);
    if (second.digits != 4) return std::nullopt;
    return make_date(second.value, first.value, 0, false, reader);
  }
  const Number third = numbers[2];
  if (year_first) return make_date(first.value, second.value, third.value, false, reader);
  int month = first.value;
  int day = second.value;
  bool doubtful = day <= 12 && day != month;
  if (month > 12) std::swap(month, day);
  const int year = full_year(third, doubtful);
  return make_date(year, month, day, doubtful, reader);
}

}  // namespace

std::optional<TypedDate> read_typed_date(std::string_view text) {
  const DateReader reader(text);
  if (auto date = read_month_first(reader)) return date;
  if (auto date = read_day_first(reader)) return date;
  return read_numbers(reader);
}

}  // namespace morgue::dialect
