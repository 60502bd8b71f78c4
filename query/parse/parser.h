// SPDX-License-Identifier: GPL-3.0-or-later
// Query text to tree.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/query_error.h"

namespace morgue {

struct ParsedQuery {
  ast::NodePtr root;        ///< never null
  std::vector<Note> notes;  ///< how doubtful spots were read (N101, N103)
};

struct ParseOptions {
  bool strict_mixes = false;   ///< refuse AND and OR mixed without parentheses (--strict)
  std::size_t max_depth = 100;
  std::size_t max_bytes = 64 * 1024;
};

/// Reads a query. The text may be any bytes; what is not UTF-8 is an error with its place. An empty
/// query is an error (Q100).
Result<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseOptions& options = {});

}  // namespace morgue
