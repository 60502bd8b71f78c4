// SPDX-License-Identifier: GPL-3.0-or-later
// Tree to canonical query text.
#pragma once

#include <string>
#include <string_view>

#include "query/parse/ast.h"

namespace morgue {

/// One line that parses to the same tree (spans aside): operators written out, the fewest
/// parentheses that say it without doubt, strings escaped where they need it.
/// Precondition: a tree as ast.h describes it.
/// Law: parse(print(t)) == t, and print(parse(print(t))) == print(t).
std::string print(const ast::Node& node);

/// A value as it must be written after a field or "=": quoted when it holds more than letters and
/// digits, escaped inside. quote("El Universal") is "\"El Universal\"". Precondition: not empty.
std::string quote(std::string_view value);

}  // namespace morgue
