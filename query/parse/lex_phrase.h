// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in quotes.
#pragma once

#include <string>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/cursor.h"
#include "query/parse/query_error.h"

namespace morgue {

/// Reads a phrase, the cursor on its opening quote. Inside only the closing quote, \, *, ?, a lone
/// _ and alternatives in parentheses are special; parentheses around anything else are text.
Result<ast::Phrase, QueryError> lex_phrase(Cursor& cursor);

/// Reads a quoted value, as the end of a range: plain text with escapes.
Result<std::string, QueryError> lex_quoted_value(Cursor& cursor);

}  // namespace morgue
