// SPDX-License-Identifier: GPL-3.0-or-later
// A query that is made narrower step by step, and back.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "query/parse/query_error.h"

namespace morgue {

class RefinedQuery {
 public:
  bool empty() const { return steps_.empty(); }

  /// The query of the last step, canonical but for the first, which is as typed. Precondition: not
  /// empty.
  const std::string& text() const { return steps_.back(); }

  void start(std::string query) { steps_ = {std::move(query)}; }

  /// AND a clause, or AND NOT. Error: the clause is faulty, with its place in the clause.
  Result<bool, QueryError> narrow(const std::string& clause, bool without);

  /// Goes on with a query that is narrower already: that of a facet row.
  void narrow_to(std::string query) { steps_.push_back(std::move(query)); }

  /// Takes the last step back; false at the first.
  bool back();

 private:
  std::vector<std::string> steps_;
};

}  // namespace morgue
