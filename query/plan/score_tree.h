// SPDX-License-Identifier: GPL-3.0-or-later
// A query taken apart into the words its score is made of.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/base/result.h"
#include "query/parse/query_error.h"
#include "query/plan/archive_view.h"
#include "query/plan/bound.h"
#include "query/plan/compile.h"

namespace morgue {

/// A part of a query that gives a score. Where `query` matches a document its score there is the
/// sum of those of the parts that match as well; filters and what is not wanted have no part.
struct ScoreNode {
  Xapian::Query query;
  double weight = 1;  ///< a leaf's: what its score is multiplied by
  std::vector<ScoreNode> parts;
  std::string word;    ///< a leaf's, as typed and with its field; empty above leaves
  std::string prefix;  ///< a leaf's terms are of this field; empty: title and body
};

/// Errors as compile().
Result<ScoreNode, QueryError> make_score_tree(const bound::Node& query, const ArchiveView& view,
                                              const CompileOptions& options = {});

}  // namespace morgue
