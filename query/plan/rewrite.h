// SPDX-License-Identifier: GPL-3.0-or-later
// New queries made from a query: trees in, trees or canonical text out.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/parser.h"

namespace morgue {

/// The whole text as plain words that must all be there; nothing in it is an operator, and signs
/// that stand alone are passed over.
Result<ParsedQuery, QueryError> parse_literal(std::string_view text);

/// Plain words, phrases and wildcards side by side, joined with OR instead of AND. Anything else
/// stays as it is.
ast::NodePtr any_word(ast::NodePtr query);

/// A copy of the tree.
ast::NodePtr copy(const ast::Node& node);

/// The same query where each date filter lets articles without a date pass.
ast::NodePtr with_undated(const ast::Node& query);

/// Canonical text of the query AND another (a facet row's).
std::string narrowed(const ast::Node& query, const std::string& by);

}  // namespace morgue
