// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a folded word is one that a leaf of a query stands for.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "query/parse/query_error.h"
#include "query/plan/bound.h"

namespace morgue {

struct FormMatcher {
  std::string start;  ///< what all matches begin with
  std::function<bool(std::string_view folded)> matches;
};

/// For every kind of leaf; a Stemmed one is matched by its form alone. Error Q130: the regular
/// expression is faulty.
Result<FormMatcher, QueryError> make_matcher(const bound::Leaf& leaf);

}  // namespace morgue
