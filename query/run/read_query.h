// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a request to a bound tree: which language it is in, what is mended, what is filled
// in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/query_error.h"
#include "query/plan/bound.h"
#include "query/plan/saved_queries.h"
#include "query/run/searcher.h"

namespace morgue {

struct ReadQuery {
  ast::NodePtr tree;  ///< as it is shown: saved queries are still names
  bound::NodePtr bound;
  std::vector<Note> notes;
};

/// The day from which relative dates count.
std::int32_t today_of(const SearchRequest& request);

struct ReadContext {
  const std::vector<std::string>& fields;  ///< those some article has
  const SavedQueries& saved;
};

/// A tree as it is shown, bound. Errors: those of the binder and with_saved().
Result<bound::NodePtr, QueryError> bind_tree(const ast::Node& tree, const SearchRequest& request,
                                             const ReadContext& context);

/// Errors: those of the parser, the binder and with_saved(). With `request.lenient` there are none
/// but those of an empty query and of one that is too long: what is wrong is read as text, and
/// notes say so (N106).
Result<ReadQuery, QueryError> read_query(const SearchRequest& request, const ReadContext& context);

}  // namespace morgue
