// SPDX-License-Identifier: GPL-3.0-or-later
// The operators of the language that are written as words: a row each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/parse/ast.h"

namespace morgue {

enum class Role { And, Or, Xor, Not, Near, Before, Function };

/// What follows the spelling within the same word.
enum class Argument { None, Number, NumberOrScope };

/// An operator written as a word, in capitals: "AND", "W/5", "CAPS(".
struct WordOperator {
  std::string_view spelling;
  Argument argument;
  bool before_group;  ///< an operator only where "(" follows; else the word itself
  Role role;
  ast::Function::Kind function = ast::Function::Kind::AtLeast;  ///< of Role::Function
  std::string_view in_capitals = {};  ///< what N103 says of one in lower case; or empty
};

namespace operator_notes {
inline constexpr std::string_view kProximity = "write the operator in capitals";
}

inline constexpr std::array kWordOperators{
    WordOperator{"AND", Argument::None, false, Role::And},
    WordOperator{"OR", Argument::None, false, Role::Or, {}, "write OR for alternatives"},
    WordOperator{"NOT", Argument::None, false, Role::Not, {}, "write NOT to exclude"},
    WordOperator{"XOR", Argument::None, false, Role::Xor, {}, "write XOR for the operator"},
    WordOperator{"W/", Argument::NumberOrScope, false, Role::Near, {}, operator_notes::kProximity},
    WordOperator{
        "PRE/", Argument::NumberOrScope, false, Role::Before, {}, operator_notes::kProximity},
    WordOperator{"NEAR/", Argument::Number, false, Role::Near, {}, operator_notes::kProximity},
    WordOperator{"ADJ/", Argument::Number, false, Role::Before, {}, operator_notes::kProximity},
    WordOperator{"NEAR", Argument::Number, false, Role::Near, {}, "the operator is written NEAR/5"},
    WordOperator{"ATLEAST", Argument::Number, false, Role::Function, ast::Function::Kind::AtLeast},
    WordOperator{"FIRST/", Argument::Number, false, Role::Function, ast::Function::Kind::First},
    WordOperator{"CAPS", Argument::None, true, Role::Function, ast::Function::Kind::Caps},
    WordOperator{"NOCAPS", Argument::None, true, Role::Function, ast::Function::Kind::NoCaps},
    WordOperator{"ALLCAPS", Argument::None, true, Role::Function, ast::Function::Kind::AllCaps},
    WordOperator{"EXACT", Argument::None, true, Role::Function, ast::Function::Kind::Exact},
};

/// The largest number an operator takes.
inline constexpr std::uint32_t kLargestNumber = 1'000'000;

struct OperatorMatch {
  const WordOperator* row;
  bool complete = true;      ///< false: its number is missing, 0, or too large
  std::uint32_t number = 0;  ///< of Argument::Number
  ast::Closeness closeness;  ///< of Near and Before
};

/// The operator a whole word spells. `group_follows`: "(" is next.
std::optional<OperatorMatch> match_operator(std::string_view word, bool group_follows);

/// The operator a word in lower case would spell in capitals, when people who write it that way
/// likely mean the operator ("or", "w/5"). Dropping "and" changes nothing, so it is none of these.
const WordOperator* match_in_lower_case(std::string_view word);

/// As it is written: "W/5", "PRE/S", "ATLEAST3", "CAPS".
std::string spell(const ast::Closeness& closeness);
std::string spell(const ast::Function& function);

}  // namespace morgue
