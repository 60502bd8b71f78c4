// SPDX-License-Identifier: GPL-3.0-or-later
// The operators of the language: a row each. A row whose role is Later is known and refused (Q190);
// to bring it into the language, give it a role of its own and the parser a level for it.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "common/base/span.h"
#include "query/parse/query_error.h"

namespace morgue {

enum class Role {
  And,
  Or,
  Not,
  Later,       ///< not part of this version
  Incomplete,  ///< its number is missing (Q113)
};

/// What follows the spelling within the same word.
enum class Argument { None, Number, NumberOrScope };

/// An operator written as a word, in capitals: "AND", "W/5", "CAPS(".
struct WordOperator {
  std::string_view spelling;
  Argument argument;
  bool before_group;  ///< an operator only where "(" follows
  Role role;
  std::string_view meaning;      ///< what a Later row does, in a word or two
  std::string_view in_capitals;  ///< how N103 says what to write, for those in lower case; or empty
};

inline constexpr std::array kWordOperators{
    WordOperator{"AND", Argument::None, false, Role::And, "", ""},
    WordOperator{"OR", Argument::None, false, Role::Or, "", "write OR for alternatives"},
    WordOperator{"NOT", Argument::None, false, Role::Not, "", "write NOT to exclude"},
    WordOperator{"XOR", Argument::None, false, Role::Later, "one or the other, not both",
                 "write XOR for the operator"},
    WordOperator{"W/", Argument::NumberOrScope, false, Role::Later, "proximity",
                 "write the operator in capitals"},
    WordOperator{"PRE/", Argument::NumberOrScope, false, Role::Later, "proximity",
                 "write the operator in capitals"},
    WordOperator{"NEAR/", Argument::Number, false, Role::Later, "proximity",
                 "write the operator in capitals"},
    WordOperator{"ADJ/", Argument::Number, false, Role::Later, "proximity",
                 "write the operator in capitals"},
    WordOperator{"NEAR", Argument::None, false, Role::Incomplete, "proximity",
                 "the operator is written NEAR/5"},
    WordOperator{"ATLEAST", Argument::Number, false, Role::Later, "counting", ""},
    WordOperator{"ATLEAST", Argument::None, true, Role::Later, "counting", ""},
    WordOperator{"FIRST/", Argument::Number, false, Role::Later, "the first words", ""},
    WordOperator{"CAPS", Argument::None, true, Role::Later, "capitals", ""},
    WordOperator{"NOCAPS", Argument::None, true, Role::Later, "no capitals", ""},
    WordOperator{"ALLCAPS", Argument::None, true, Role::Later, "capitals only", ""},
    WordOperator{"EXACT", Argument::None, true, Role::Later, "as written", ""},
};

struct OperatorMatch {
  const WordOperator* row;
  Role role;  ///< the row's, or Incomplete
};

/// The operator a whole word spells. `group_follows`: "(" is next.
std::optional<OperatorMatch> match_operator(std::string_view word, bool group_follows);

/// The operator a word in lower case would spell in capitals, when people who write it that way
/// likely mean the operator ("or", "w/5"). Dropping "and" changes nothing, so it is none of these.
const WordOperator* match_in_lower_case(std::string_view word);

/// Operators written with signs that are not part of this version. The same promise as above.
enum class LaterSign { Boost, Fuzzy, Slop, Regex, PhraseAlternatives, AnyWord };

struct LaterSignRow {
  LaterSign sign;
  std::string_view meaning;
};

inline constexpr std::array kLaterSigns{
    LaterSignRow{LaterSign::Boost, "weight"},
    LaterSignRow{LaterSign::Fuzzy, "similar words"},
    LaterSignRow{LaterSign::Slop, "a loose phrase"},
    LaterSignRow{LaterSign::Regex, "a regular expression"},
    LaterSignRow{LaterSign::PhraseAlternatives, "alternatives in a phrase"},
    LaterSignRow{LaterSign::AnyWord, "any one word"},
};

/// The error for an operator that is not part of this version; `text` is the query, `where` it
/// stands.
QueryError refuse_later(std::u32string_view text, std::string_view meaning, Span where);
QueryError refuse_later(std::u32string_view text, LaterSign sign, Span where);

}  // namespace morgue
