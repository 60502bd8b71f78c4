// SPDX-License-Identifier: GPL-3.0-or-later
// Tree to bound tree: what fields, dates and numbers mean in these archives.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/query_error.h"
#include "query/plan/bound.h"

namespace morgue {

/// `fields` are the fields some article has (ArchiveView::fields). Errors: Q104 unknown field, Q106
/// not a date, Q120 nothing to search for, Q121 not a number, Q122 not for this kind of field.
Result<bound::NodePtr, QueryError> bind_query(const ast::Node& query,
                                              const std::vector<std::string>& fields);

/// Names of all fields that can be searched here, Morgue's own first.
std::vector<std::string> searchable_fields(const std::vector<std::string>& fields);

}  // namespace morgue
