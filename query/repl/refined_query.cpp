// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/repl/refined_query.h"

#include <utility>

#include "query/parse/parser.h"
#include "query/parse/print.h"
#include "query/plan/rewrite.h"

namespace morgue {

Result<bool, QueryError> RefinedQuery::narrow(const std::string& clause, bool without) {
  auto parsed = parse_query(clause);
  if (!parsed) return parsed.error();
  const auto whole = parse_query(steps_.back());
  if (!whole) return whole.error();
  const std::string written = print(*parsed->root);
  steps_.push_back(narrowed(*whole->root, without ? "NOT (" + written + ")" : written));
  return true;
}

bool RefinedQuery::back() {
  if (steps_.size() < 2) return false;
  steps_.pop_back();
  return true;
}

}  // namespace morgue
