// SPDX-License-Identifier: GPL-3.0-or-later
// Tree to bound tree: what fields, dates and numbers mean in these archives.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/query_error.h"
#include "query/plan/bound.h"

namespace morgue {

/// `fields` are the fields some article has (ArchiveView::fields); `today` is the day from which
/// relative dates count, in days since 1970-01-01. Errors: Q104 unknown field, Q106 not a date,
/// Q118 exact and a wildcard, Q120 nothing to search for, Q121 not a number, Q122 not for this kind
/// of field, Q201 no place in the text.
Result<bound::NodePtr, QueryError> bind_query(const ast::Node& query,
                                              const std::vector<std::string>& fields,
                                              std::int32_t today);

}  // namespace morgue
