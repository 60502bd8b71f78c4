// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/read_date.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/normalize/month_names.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::int64_t kSecondsADay = 86'400;
constexpr int kFirstYearOfNewspapers = 1600;
constexpr std::string_view kSigns = " \t\r\n-/.,:;()+'";
// What may stand between the day and its month, or the month and its year: "5 de marzo", "5th".
constexpr std::array kFillers{"de"sv, "del"sv, "do"sv, "of"sv, "the"sv, "st"sv, "nd"sv,
                              "rd"sv, "th"sv,  "er"sv, "º"sv,  "o"sv,   "من"sv};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// A run of digits, or of anything that is neither a digit, white space nor a sign.
struct Token {
  std::string_view text;
  std::string_view before;  ///< what stands between it and the token before

  bool is_number() const { return is_digit(text.front()); }
  int number() const {
    int value = 0;
    for (const char digit : text.substr(0, 9)) value = value * 10 + (digit - '0');
    return value;
  }
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t gap = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (kSigns.find(text[at]) != kSigns.npos) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && is_digit(text[end]) == is_digit(text[at]) &&
           kSigns.find(text[end]) == kSigns.npos) {
      ++end;
    }
    tokens.push_back({text.substr(at, end - at), text.substr(gap, at - gap)});
    gap = at = end;
  }
  return tokens;
}

ReadDate unreadable(std::string_view text) {
  return {{},
          "\"" + std::string(text.substr(0, 40)) +
              "\" is no date Morgue can read; write it as 2024-03-05"};
}

ReadDate exact(int year, int month, int day, std::string_view text) {
  if (const auto date = make_date(year, month, day); date && year >= 1000) return {*date, ""};
  return {{}, "\"" + std::string(text.substr(0, 40)) + "\" is not in the calendar; correct it"};
}

// 2024, 20240305, 202403, seconds, milliseconds or microseconds since 1970.
ReadDate read_digits(std::string_view text) {
  const auto part = [&](std::size_t at, std::size_t count) {
    return Token{text.substr(at, count), {}}.number();
  };
  switch (text.size()) {
    case 4:
      return exact(part(0, 4), 0, 0, text);
    case 6:
      return exact(part(0, 4), part(4, 2), 0, text);
    case 8:
      return exact(part(0, 4), part(4, 2), part(6, 2), text);
    case 9:
    case 10:
    case 13:
    case 16: {
      const std::size_t seconds = text.size() > 10 ? text.size() % 3 + 9 : text.size();
      std::int64_t value = 0;
      for (const char digit : text.substr(0, seconds)) value = value * 10 + (digit - '0');
      return {date_of_day(static_cast<std::int32_t>(value / kSecondsADay)), ""};
    }
    default:
      return unreadable(text);
  }
}

// 5/3/2024 and its like: which number is the month?
ReadDate read_numbers(int first, int second, int year, char sign, std::string_view text) {
  if (sign == '.' || first > 12) return exact(year, second, first, text);
  if (second > 12) return exact(year, first, second, text);
  if (first == second) return exact(year, first, first, text);
  ReadDate read = exact(year, 0, 0, text);
  if (read.date.known()) {
    read.problem = "\"" + std::string(text.substr(0, 40)) +
                   "\" can mean two days, so only the year is taken; write it as 2024-03-05";
  }
  return read;
}

bool is_filler(std::string_view word) {
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

// The number next to a month in one direction, fillers passed over.
const Token* neighbour(const std::vector<Token>& tokens, std::size_t month, int direction) {
  auto at = static_cast<std::ptrdiff_t>(month) + direction;
  while (at >= 0 && at < std::ssize(tokens)) {
    const Token& token = tokens[static_cast<std::size_t>(at)];
    if (token.is_number()) return &token;
    if (!is_filler(token.text)) return nullptr;
    at += direction;
  }
  return nullptr;
}

bool is_day(const Token* token) { return token != nullptr && token->text.size() <= 2; }

const Token* find_year(const std::vector<Token>& tokens) {
  const auto year = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.is_number() && token.text.size() == 4;
  });
  return year == tokens.end() ? nullptr : &*year;
}

// "5 March 2024" before "March 5, 2024": in "mar, 5 nov 2024" the first word is a Tuesday.
std::optional<ReadDate> read_month_name(const std::vector<Token>& tokens, std::string_view text) {
  const Token* year = find_year(tokens);
  if (year == nullptr) return std::nullopt;
  std::optional<ReadDate> month_only;
  for (const int direction : {-1, 1}) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const int month = month_named(tokens[at].text);
      if (month == 0) continue;
      const Token* day = neighbour(tokens, at, direction);
      if (is_day(day)) return exact(year->number(), month, day->number(), text);
      if (!month_only) month_only = exact(year->number(), month, 0, text);
    }
  }
  return month_only;
}

bool is_date_gap(std::string_view gap) {
  return gap == "-" || gap == "/" || gap == "." || gap == "年" || gap == "月";
}

// Takes 2024年3月5日 for 2024-3-5.
std::string with_signs(std::string_view text) {
  std::string signs(text);
  for (const std::string_view character : {"年"sv, "月"sv, "日"sv}) {
    if (const std::size_t at = signs.find(character); at != signs.npos) {
      signs.replace(at, character.size(), character == "日" ? " " : "-");
    }
  }
  while (signs.ends_with('-') || signs.ends_with(' ')) signs.pop_back();
  return signs;
}

/// Takes the digits that Arabic and Persian are written with for 0 to 9.
std::string with_plain_digits(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const bool two = at + 1 < text.size();
    if (two && byte(at) == 0xD9 && byte(at + 1) >= 0xA0 && byte(at + 1) <= 0xA9) {
      plain += static_cast<char>('0' + (byte(++at) - 0xA0));  // U+0660 to U+0669
    } else if (two && byte(at) == 0xDB && byte(at + 1) >= 0xB0 && byte(at + 1) <= 0xB9) {
      plain += static_cast<char>('0' + (byte(++at) - 0xB0));  // U+06F0 to U+06F9
    } else {
      plain += text[at];
    }
  }
  return plain;
}

ReadDate read_text(std::string_view text) {
  if (all_digits(text)) return read_digits(text);
  if (const std::size_t point = text.find('.'); point >= 9 && point != text.npos &&
                                                all_digits(text.substr(0, point)) &&
                                                all_digits(text.substr(point + 1))) {
    return read_digits(text.substr(0, point));  // seconds with a fraction
  }
  const std::vector<Token> tokens = tokens_of(text);
  const bool two = tokens.size() > 1 && tokens[0].before.empty() && tokens[0].is_number() &&
                   tokens[1].is_number() && is_date_gap(tokens[1].before);
  const bool three =
      two && tokens.size() > 2 && tokens[2].is_number() && tokens[2].before == tokens[1].before;
  if (two && tokens[0].text.size() == 4 && tokens[1].text.size() <= 2) {
    if (three && tokens[2].text.size() <= 2) {
      return exact(tokens[0].number(), tokens[1].number(), tokens[2].number(), text);
    }
    if (tokens.size() == 2) return exact(tokens[0].number(), tokens[1].number(), 0, text);
  }
  if (three && tokens[0].text.size() <= 2 && tokens[1].text.size() <= 2 &&
      tokens[2].text.size() == 4) {
    return read_numbers(tokens[0].number(), tokens[1].number(), tokens[2].number(),
                        tokens[1].before.front(), text);
  }
  if (!tokens.empty() && tokens[0].text.size() == 8 && tokens[0].is_number()) {
    return read_digits(tokens[0].text);  // 20240305T100000Z
  }
  return read_month_name(tokens, text).value_or(unreadable(text));
}

bool is_too_late(PartialDate date, PartialDate today) {
  return date.known() && today.known() && date.first_day() > today.last_day() + 1;
}

// The date a part of a path begins with or holds: 20240305, 2024-03-05, a-story-2024-03-05.
std::optional<PartialDate> date_in_part(std::string_view part) {
  if (part.size() == 8 && all_digits(part)) return read_digits(part).date;
  for (std::size_t at = 0; at + 10 <= part.size(); ++at) {
    const bool free_before = at == 0 || !is_digit(part[at - 1]);
    const bool free_after = at + 10 == part.size() || !is_digit(part[at + 10]);
    if (!free_before || !free_after) continue;
    const auto date = parse_partial_date(part.substr(at, 10));
    if (date && date->day != 0) return date;
  }
  return std::nullopt;
}

std::optional<PartialDate> date_in_parts(const std::vector<std::string_view>& parts,
                                         std::size_t at) {
  if (const auto date = date_in_part(parts[at]); date && date->known()) return date;
  if (parts[at].size() != 4 || !all_digits(parts[at]) || at + 1 == parts.size()) return {};
  const auto number = [&](std::size_t index) {
    const std::string_view part = index < parts.size() ? parts[index] : ""sv;
    return part.size() <= 2 && all_digits(part) ? Token{part, {}}.number() : 0;
  };
  const int month = number(at + 1) > 0 ? number(at + 1) : month_named(parts[at + 1]);
  if (month == 0) return {};
  const int year = Token{parts[at], {}}.number();
  const auto date = make_date(year, month, number(at + 2));
  return date ? date : make_date(year, month);
}

}  // namespace

ReadDate read_date(std::string_view text, PartialDate today) {
  // Folding makes full-width digits plain, capitals small, and "Février" "fevrier".
  const std::string folded = with_signs(with_plain_digits(fold(repair_utf8(text).text)));
  ReadDate read = read_text(folded);
  if (!is_too_late(read.date, today)) return read;
  return {{}, "\"" + std::string(text.substr(0, 40)) + "\" lies in the future; correct it"};
}

PartialDate date_in_url(std::string_view url, PartialDate today) {
  url = url.substr(0, url.find_first_of("?#"));
  std::vector<std::string_view> parts;
  while (!url.empty()) {
    const std::string_view part = url.substr(0, url.find('/'));
    url.remove_prefix(std::min(part.size() + 1, url.size()));
    parts.push_back(part);
  }
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const auto date = date_in_parts(parts, at);
    if (date && date->year >= kFirstYearOfNewspapers && !is_too_late(*date, today)) return *date;
  }
  return {};
}

}  // namespace morgue
