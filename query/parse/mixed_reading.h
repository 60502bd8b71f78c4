// SPDX-License-Identifier: GPL-3.0-or-later
// The reading of a query that was not chosen.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "query/parse/ast.h"

namespace morgue {

/// For operators side by side without parentheses: `alternatives` are what OR parts, each with the
/// operands AND joins; `bare` are the proximities among those that have no parentheses of their
/// own. The text of the reading in which OR binds tightest: of a AND b OR c it is a AND (b OR c),
/// of a W/2 b OR c it is a W/2 (b OR c).
std::string print_or_first(const std::vector<std::vector<ast::NodePtr>>& alternatives,
                           const std::set<const ast::Node*>& bare);

}  // namespace morgue
