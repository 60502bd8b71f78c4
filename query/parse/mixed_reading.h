// SPDX-License-Identifier: GPL-3.0-or-later
// The reading of a query that was not chosen.
#pragma once

#include <string>
#include <vector>

#include "query/parse/ast.h"

namespace morgue {

/// For AND and OR side by side without parentheses: `alternatives` are what OR parts, each with the
/// operands AND joins. The text of the reading in which OR binds tighter: of a AND b OR c it is
/// a AND (b OR c).
std::string print_or_first(const std::vector<std::vector<ast::NodePtr>>& alternatives);

}  // namespace morgue
