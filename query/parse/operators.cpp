// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/operators.h"

#include <algorithm>
#include <string>

#include "query/parse/code_points.h"

namespace morgue {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

// Whether `rest`, what follows the spelling, is a complete argument.
bool completes(Argument argument, std::string_view rest) {
  switch (argument) {
    case Argument::None:
      return rest.empty();
    case Argument::Number:
      return all_digits(rest);
    case Argument::NumberOrScope:
      return all_digits(rest) || rest == "S" || rest == "P";
  }
  return false;
}

}  // namespace

std::optional<OperatorMatch> match_operator(std::string_view word, bool group_follows) {
  for (const WordOperator& row : kWordOperators) {
    if (!word.starts_with(row.spelling) || (row.before_group && !group_follows)) continue;
    if (completes(row.argument, word.substr(row.spelling.size()))) {
      return OperatorMatch{&row, row.role};
    }
    // With its slash the word can be nothing but the operator.
    if (row.spelling.ends_with('/')) return OperatorMatch{&row, Role::Incomplete};
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
  const bool number_missing = match->role == Role::Incomplete && match->row->role == Role::Later;
  return number_missing ? nullptr : match->row;  // "w/o" is nobody's proximity
}

QueryError refuse_later(std::u32string_view text, std::string_view meaning, Span where) {
  constexpr std::uint32_t kLongest = 40;
  std::string typed = encode_utf8(text.substr(where.begin, std::min(where.size(), kLongest)));
  if (where.size() > kLongest) typed += "…";
  const bool several_words = typed.find(' ') != std::string::npos;
  return {"Q190", where,
          typed + " (" + std::string(meaning) + ") is not part of this version's query language",
          "to search for the text itself, " +
              (several_words ? "put it in quotes" : "write a backslash before it: \\" + typed)};
}

QueryError refuse_later(std::u32string_view text, LaterSign sign, Span where) {
  const auto* row = std::find_if(kLaterSigns.begin(), kLaterSigns.end(),
                                 [&](const LaterSignRow& r) { return r.sign == sign; });
  return refuse_later(text, row->meaning, where);
}

}  // namespace morgue
