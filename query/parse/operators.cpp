// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/operators.h"

#include <algorithm>
#include <charconv>

namespace morgue {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

/// From 1 to kLargestNumber.
std::optional<std::uint32_t> read_number(std::string_view digits) {
  std::uint32_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  if (number == 0 || number > kLargestNumber) return std::nullopt;
  return number;
}

/// `rest` is what follows the spelling in the word. Nothing: the word is another.
std::optional<OperatorMatch> match_row(const WordOperator& row, std::string_view rest) {
  OperatorMatch match{&row, true, 0, {}};
  match.closeness.ordered = row.role == Role::Before;
  if (row.argument == Argument::None) {
    return rest.empty() ? std::optional(match) : std::nullopt;
  }
  if (row.argument == Argument::NumberOrScope && (rest == "S" || rest == "P")) {
    using Unit = ast::Closeness::Unit;
    match.closeness.unit = rest == "S" ? Unit::Sentence : Unit::Paragraph;
    return match;
  }
  // With its slash the word can be nothing but the operator.
  if (!row.spelling.ends_with('/') && !all_digits(rest)) return std::nullopt;
  const bool numbered_without_slash = row.spelling == "NEAR" && !rest.empty();
  if (numbered_without_slash) return std::nullopt;  // NEAR5 is a word
  if (const auto number = read_number(rest)) {
    match.number = match.closeness.distance = *number;
  } else {
    match.complete = false;
  }
  return match;
}

}  // namespace

std::optional<OperatorMatch> match_operator(std::string_view word, bool group_follows) {
  for (const WordOperator& row : kWordOperators) {
    if (!word.starts_with(row.spelling) || (row.before_group && !group_follows)) continue;
    const auto match = match_row(row, word.substr(row.spelling.size()));
    // "ATLEAST" without a number is an operator only where something is to be counted.
    if (match && word == "ATLEAST" && !group_follows) continue;
    if (match) return match;
  }
  return std::nullopt;
}

const WordOperator* match_in_lower_case(std::string_view word) {
  std::string capitals;
  capitals.reserve(word.size());
  for (const char c : word) {
    if ('A' <= c && c <= 'Z') return nullptr;
    capitals.push_back('a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  const auto match = match_operator(capitals, false);
  if (!match || match->row->in_capitals.empty()) return nullptr;
  return match->complete || capitals == "NEAR" ? match->row : nullptr;  // "w/o" is no proximity
}

std::string spell(const ast::Closeness& closeness) {
  const std::string name = closeness.ordered ? "PRE/" : "W/";
  switch (closeness.unit) {
    case ast::Closeness::Unit::Sentence:
      return name + "S";
    case ast::Closeness::Unit::Paragraph:
      return name + "P";
    case ast::Closeness::Unit::Words:
      break;
  }
  return name + std::to_string(closeness.distance);
}

std::string spell(const ast::Function& function) {
  const auto* row = std::find_if(
      kWordOperators.begin(), kWordOperators.end(), [&](const WordOperator& candidate) {
        return candidate.role == Role::Function && candidate.function == function.kind;
      });
  std::string name(row->spelling);
  if (row->argument == Argument::Number) name += std::to_string(function.number);
  return name;
}

}  // namespace morgue
