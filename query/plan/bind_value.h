// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and numbers of a query to bound nodes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/result.h"
#include "common/index/schema.h"
#include "query/parse/ast.h"
#include "query/parse/query_error.h"
#include "query/plan/bound.h"

namespace morgue {

using Bound = Result<bound::NodePtr, QueryError>;

inline constexpr std::string_view kDateHelp =
    "dates are year-month-day: date:2024-02-29, date:2024-02, date:2024-01..2024-03, date:-30d..";

inline QueryError error_at(Span span, std::string code, std::string message,
                           std::string suggestion = {}) {
  return {std::move(code), span, std::move(message), std::move(suggestion)};
}

/// A day, a month or a year means all its days; relative dates count from `today`. Error Q106.
Bound bind_date(std::string_view typed, Span span, std::int32_t today);

/// Ends are included with their whole period. Errors Q106, Q111.
Bound bind_date_range(const ast::Range& range, std::int32_t today);

/// Of the number in the field's slot. Error Q121.
Bound bind_number(std::string_view typed, Span span, const Field& field);
Bound bind_number_range(const ast::Range& range, const Field& field);

}  // namespace morgue
