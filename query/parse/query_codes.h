// SPDX-License-Identifier: GPL-3.0-or-later
// Every code of the query language, in one table: errors, notes, and how much of the query is
// shown.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace morgue {

/// What draw_error shows under the message.
enum class Excerpt {
  Caret,  ///< the query, and a caret under the span
  Query,  ///< the query alone: the message repeats the faulty part
  None,   ///< nothing: a limit was reached, no single place is wrong
};

struct QueryCode {
  std::string_view code;
  std::string_view title;  ///< for lists of all codes
  Excerpt excerpt = Excerpt::Caret;
};

/// Sorted by code. Codes are stable: a code that goes out of use is not given to anything else.
inline constexpr std::array kQueryCodes{
    QueryCode{"N101", "AND and OR are mixed without parentheses", Excerpt::None},
    QueryCode{"N102", "name: before a space was read as a word", Excerpt::None},
    QueryCode{"N103", "an operator in lower case was read as a word", Excerpt::None},
    QueryCode{"N104", "how a query in another syntax was read", Excerpt::None},
    QueryCode{"N105", "the words a pattern stands for", Excerpt::None},
    QueryCode{"N106", "a faulty part was read as text, or left out (--lenient)", Excerpt::None},
    QueryCode{"N107", "articles without a date were left out", Excerpt::None},
    QueryCode{"N110", "the archive changed between two pages", Excerpt::None},
    QueryCode{"N121", "an argument with spaces was read as a phrase", Excerpt::None},
    QueryCode{"Q100", "the query is empty", Excerpt::None},
    QueryCode{"Q101", "a quote is never closed"},
    QueryCode{"Q102", "an operator or field needs something on its right"},
    QueryCode{"Q103", "an operator needs something on its left"},
    QueryCode{"Q104", "unknown field"},
    QueryCode{"Q105", "a parenthesis without its partner, or with nothing inside"},
    QueryCode{"Q106", "not a date", Excerpt::Query},
    QueryCode{"Q107", "limit: nesting depth", Excerpt::None},
    QueryCode{"Q108", "limit: query length", Excerpt::None},
    QueryCode{"Q109", "the query is not UTF-8"},
    QueryCode{"Q110", "limit: words a pattern may stand for", Excerpt::None},
    QueryCode{"Q111", "not a range"},
    QueryCode{"Q112", "operators are mixed without parentheses (--strict)"},
    QueryCode{"Q113", "proximity, or a function, needs a number"},
    QueryCode{"Q114", "a dash or exclamation mark stands alone"},
    QueryCode{"Q115", "a range needs a field"},
    QueryCode{"Q116", "NOT stands before a field, not after it"},
    QueryCode{"Q117", "a backslash has nothing to escape"},
    QueryCode{"Q118", "an exact word or phrase cannot hold a wildcard"},
    QueryCode{"Q119", "there is nothing between the quotes"},
    QueryCode{"Q120", "no word or number to search for"},
    QueryCode{"Q121", "not a number"},
    QueryCode{"Q122", "a field cannot be asked this"},
    QueryCode{"Q123", "no such facet", Excerpt::None},
    QueryCode{"Q124", "not a cursor", Excerpt::None},
    QueryCode{"Q125", "terms takes one word or wildcard"},
    QueryCode{"Q126", "alternatives in a phrase are single words"},
    QueryCode{"Q127", "not a weight"},
    QueryCode{"Q128", "~ needs a word or phrase on its left, and a number that fits"},
    QueryCode{"Q129", "NOT goes with a closeness that has no order"},
    QueryCode{"Q130", "not a regular expression"},
    QueryCode{"Q132", "no such saved query, or one that leads back to itself"},
    QueryCode{"Q191", "no equivalent in Morgue's language"},
    QueryCode{"Q201", "this has no place in the text, so proximity and counting cannot take it"},
    QueryCode{"Q202", "the operands of a proximity stand in different fields"},
    QueryCode{"Q206", "limit: operands of XOR", Excerpt::None},
    QueryCode{"Q207", "limit: work for one article", Excerpt::None},
    QueryCode{"Q208", "the archive has no sentences or paragraphs recorded"},
};

constexpr const QueryCode* find_query_code(std::string_view code) {
  const auto* found = std::find_if(kQueryCodes.begin(), kQueryCodes.end(),
                                   [&](const QueryCode& row) { return row.code == code; });
  return found == kQueryCodes.end() ? nullptr : found;
}
static_assert(find_query_code("Q101")->code == "Q101");
static_assert(std::is_sorted(kQueryCodes.begin(), kQueryCodes.end(),
                             [](const auto& a, const auto& b) { return a.code < b.code; }));

}  // namespace morgue
