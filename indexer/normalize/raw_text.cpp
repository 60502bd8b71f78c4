// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/raw_text.h"

#include <array>

#include <nlohmann/json.hpp>

#include "common/text/utf8.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;
using nlohmann::json;

constexpr std::string_view kSpaces = " \t\r\n\f\v";
// U+00A0, U+FEFF, U+3000, U+200B
constexpr std::array kWideSpaces{"\xc2\xa0"sv, "\xef\xbb\xbf"sv, "\xe3\x80\x80"sv,
                                 "\xe2\x80\x8b"sv};

std::string_view trim(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    const std::size_t begin = text.find_first_not_of(kSpaces);
    if (begin == text.npos) return {};
    text = text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
    for (const std::string_view wide : kWideSpaces) {
      if (text.starts_with(wide)) again = true, text.remove_prefix(wide.size());
      if (text.ends_with(wide)) again = true, text.remove_suffix(wide.size());
    }
  }
  return text;
}

std::optional<std::string> text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  if (value.is_object()) {
    const auto name = value.find("name");
    if (name != value.end() && name->is_string()) return name->get<std::string>();
  }
  return std::nullopt;
}

std::optional<std::vector<std::string>> values_of_json(const std::string& text) {
  const json value = json::parse(text, nullptr, false);
  if (value.is_number() || value.is_boolean()) return std::vector{text};  // as given: 12.50
  std::vector<std::string> values;
  for (const json& element : value.is_array() ? value : json::array({value})) {
    if (element.is_null()) continue;
    auto found = text_of(element);
    if (!found) return std::nullopt;
    values.push_back(*std::move(found));
  }
  return values;
}

}  // namespace

std::string clean_text(std::string_view bytes, std::size_t& repaired) {
  RepairedText repair = repair_utf8(bytes);
  repaired += repair.repaired;
  std::string text(trim(repair.text));
  if (text.find('\r') == std::string::npos) return text;
  std::string unix_lines;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      unix_lines += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      unix_lines += '\n';  // a lone "\r" ended lines on old Macintoshes
    }
  }
  return unix_lines;
}

std::optional<std::vector<std::string>> clean_values(const RawField& field, std::size_t& repaired) {
  auto values = field.kind == RawField::Kind::Json ? values_of_json(field.values.at(0))
                                                   : std::optional(field.values);
  if (!values) return std::nullopt;
  for (std::string& value : *values) value = clean_text(value, repaired);
  std::erase(*values, "");
  return values;
}

}  // namespace morgue
