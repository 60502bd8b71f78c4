// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the judge that looks at no texts: dates, numbers, values and what is there at all.
#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "common/text/fold.h"
#include "tests/support/brute/fields.h"
#include "tests/support/brute/judge.h"

namespace morgue::brute {
namespace {

using Kind = Node::Kind;

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// The value written after a field's colon, where it is no expression.
std::string typed_value(const Node& node) {
  if (node.kind == Kind::Word || node.kind == Kind::Exact) return node.text;
  if (node.kind != Kind::Phrase) throw std::invalid_argument("a value is wanted: " + print(node));
  std::string value;
  for (const Node& word : node.parts) value += (value.empty() ? "" : " ") + word.text;
  return value;
}

int read_number(const std::string& text) {
  std::size_t end = 0;
  const int number = text.empty() ? -1 : std::stoi(text, &end);
  if (number < 0 || end != text.size()) throw std::invalid_argument("not a number: " + text);
  return number;
}

}  // namespace

std::string own_name(const std::string& typed) {
  static const std::map<std::string, std::string> kAliases = {
      {"headline", "title"}, {"hl", "title"},           {"hlp", "hlead"},
      {"text", "body"},      {"author", "byline"},      {"by", "byline"},
      {"outlet", "source"},  {"publication", "source"}, {"language", "lang"},
      {"people", "person"},  {"organisation", "org"},   {"organization", "org"},
      {"location", "place"}, {"link", "url"},           {"published", "date"},
      {"length", "words"},   {"boilerplate", "boiler"}};
  const auto alias = kAliases.find(lower(typed));
  if (alias != kAliases.end()) return alias->second;
  return kind_of_field(lower(typed)) == FieldKind::Value ? typed : lower(typed);
}

FieldKind kind_of_field(const std::string& name) {
  static const std::map<std::string, FieldKind> kKinds = {
      {"", FieldKind::Text},        {"title", FieldKind::Text},
      {"lead", FieldKind::Text},    {"hlead", FieldKind::Text},
      {"body", FieldKind::Text},    {"id", FieldKind::Id},
      {"date", FieldKind::Date},    {"words", FieldKind::Number},
      {"has", FieldKind::Presence}, {"missing", FieldKind::Presence},
      {"entity", FieldKind::Entity}};
  const auto kind = kKinds.find(name);
  return kind == kKinds.end() ? FieldKind::Value : kind->second;
}

Judge::Articles Judge::field(const Node& node, const Scope& scope) {
  const std::string name = own_name(node.text);
  const Node& child = node.parts.front();
  Scope inner = scope;
  inner.field = name;
  switch (kind_of_field(name)) {
    case FieldKind::Text:
    case FieldKind::Value:
      return articles(child, inner);
    case FieldKind::Entity: {
      Node either;
      either.kind = Kind::Or;
      for (const char* one : {"person", "org", "place"}) {
        either.parts.push_back(node);
        either.parts.back().text = one;
      }
      return articles(either, scope);
    }
    default:
      break;
  }
  // Dates and the like may be joined: date:(2024 OR 2026).
  if (child.kind == Kind::And || child.kind == Kind::Or || child.kind == Kind::Xor ||
      child.kind == Kind::Not) {
    Node joined = child;
    for (Node& part : joined.parts) {
      Node fielded = node;
      fielded.parts = {std::move(part)};
      part = std::move(fielded);
    }
    return articles(joined, scope);
  }
  if (child.kind == Kind::All) return articles(child, inner);
  switch (kind_of_field(name)) {
    case FieldKind::Date:
      return dates(child);
    case FieldKind::Number:
      return numbers(child);
    case FieldKind::Presence:
      return presence(child, name == "has");
    default:
      return each([id = typed_value(child)](const Entry& entry) { return entry.id == id; });
  }
}

bool Judge::has(const Entry& entry, const std::string& field) const {
  if (field == "id") return true;
  if (field == "date") return entry.dated;
  if (field == "title") return entry.has_title;
  if (field == "body" || field == "lead" || field == "words") return entry.has_body;
  if (field == "hlead") return entry.has_title || entry.has_body;
  if (field == "entity") return has(entry, "person") || has(entry, "org") || has(entry, "place");
  return entry.values.count(field) > 0;
}

Judge::Articles Judge::presence(const Node& node, bool wanted) const {
  const std::string field = own_name(typed_value(node));
  return each([&](const Entry& entry) { return has(entry, field) == wanted; });
}

Judge::Articles Judge::whole_value(const std::string& value, const std::string& field) const {
  return each([&, whole = value_form(value)](const Entry& entry) {
    const auto values = entry.values.find(field);
    return values != entry.values.end() &&
           std::count(values->second.begin(), values->second.end(), whole) > 0;
  });
}

Judge::Articles Judge::dates(const Node& node) const {
  std::int32_t first = std::numeric_limits<std::int32_t>::min();
  std::int32_t last = std::numeric_limits<std::int32_t>::max();
  if (node.kind == Kind::Range) {
    if (!node.text.empty()) {
      first = node.low_included ? days(node.text).first : days(node.text).last + 1;
    }
    if (!node.high.empty()) {
      last = node.high_included ? days(node.high).last : days(node.high).first - 1;
    }
  } else {
    const Days same = days(typed_value(node));
    first = same.first;
    last = same.last;
  }
  if (first > last) throw std::invalid_argument("an empty range: " + print(node));
  return each([&](const Entry& entry) {
    return entry.dated && entry.first_day <= last && entry.last_day >= first;
  });
}

/// The days a date of a query means.
Judge::Days Judge::days(const std::string& text) const {
  if (text == "today") return {today_, today_};
  if (text == "yesterday") return {today_ - 1, today_ - 1};
  if (const auto date = parse_partial_date(text)) return {date->first_day(), date->last_day()};
  if (text.size() < 3 || text.front() != '-') throw std::invalid_argument("not a date: " + text);
  const int back = read_number(text.substr(1, text.size() - 2));
  const PartialDate today = date_of_day(today_);
  const int months = today.year * 12 + today.month - 1 - back;
  switch (text.back()) {
    case 'd':
      return {today_ - back, today_ - back};
    case 'w':
      return {today_ - 7 * back, today_ - 7 * back};
    case 'm': {
      const auto month = make_date(months / 12, months % 12 + 1).value();
      return {month.first_day(), month.last_day()};
    }
    case 'y': {
      const auto year = make_date(today.year - back).value();
      return {year.first_day(), year.last_day()};
    }
    default:
      throw std::invalid_argument("not a date: " + text);
  }
}

Judge::Articles Judge::numbers(const Node& node) const {
  std::int64_t first = 0;
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
  if (node.kind == Kind::Range) {
    if (!node.text.empty()) first = read_number(node.text) + (node.low_included ? 0 : 1);
    if (!node.high.empty()) last = read_number(node.high) - (node.high_included ? 0 : 1);
  } else {
    first = last = read_number(typed_value(node));
  }
  return each([&](const Entry& entry) {
    const auto words = static_cast<std::int64_t>(entry.words());
    return first <= words && words <= last;
  });
}

}  // namespace morgue::brute
