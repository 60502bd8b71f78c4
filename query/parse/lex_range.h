// SPDX-License-Identifier: GPL-3.0-or-later
// The spellings of a range: a..b, >=a, [a TO b}.
#pragma once

#include <cstddef>
#include <optional>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/cursor.h"
#include "query/parse/query_error.h"
#include "query/parse/run.h"

namespace morgue {

/// The index of the first of exactly two dots in a row; "..." is text.
std::optional<std::size_t> find_range_dots(const Run& run, std::size_t from = 0);

/// The range a..b, a.. or ..b a run spells. Precondition: `dots` was found in it.
Result<ast::Range, QueryError> range_of(const Run& run, std::size_t dots, Span span);

/// Reads a range, the cursor on < or >. The value stands right after the sign, in quotes or not.
Result<ast::Range, QueryError> lex_comparison(Cursor& cursor);

/// Reads a range, the cursor on [ or {. "*" is an open end.
Result<ast::Range, QueryError> lex_brackets(Cursor& cursor);

}  // namespace morgue
