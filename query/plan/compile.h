// SPDX-License-Identifier: GPL-3.0-or-later
// Bound tree to plan.
#pragma once

#include <cstddef>

#include "common/base/result.h"
#include "query/plan/archive_view.h"
#include "query/plan/bound.h"
#include "query/plan/plan.h"

namespace morgue {

struct CompileOptions {
  std::size_t max_expansions = 10'000;
  /// Where the engine's own operators say the same they are faster; without them everything that
  /// positions decide goes through PositionSource, so that a test can show that it is the same.
  bool engine_operators = true;
};

/// Plain words, AND, OR, NOT, simple phrases and simple proximity become the engine's own
/// operators; what those cannot say exactly becomes candidates and a PositionSource. Errors: see
/// PositionalCompiler.
Result<Plan, QueryError> compile(const bound::Node& query, const ArchiveView& view,
                                 const CompileOptions& options = {});

/// Articles of `query` that have not the field.
Xapian::Query lacking(const Xapian::Query& query, const std::string& field,
                      const ArchiveView& view);

}  // namespace morgue
