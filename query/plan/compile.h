// SPDX-License-Identifier: GPL-3.0-or-later
// Bound tree to plan.
#pragma once

#include "common/base/result.h"
#include "query/plan/archive_view.h"
#include "query/plan/bound.h"
#include "query/plan/plan.h"

namespace morgue {

/// Plain words, AND, OR, NOT and simple phrases become the engine's own operators; what those
/// cannot say exactly becomes candidates and a PositionSource. Error Q110: see Expander.
Result<Plan, QueryError> compile(const bound::Node& query, const ArchiveView& view,
                                 std::size_t max_expansions);

/// Articles of `query` that have not the field.
Xapian::Query lacking(const Xapian::Query& query, const std::string& field);

}  // namespace morgue
