// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/row_queries.h"

#include <cassert>
#include <utility>

#include "query/parse/parser.h"
#include "query/plan/rewrite.h"

namespace morgue {

RowQueries::RowQueries(const std::string& canonical) {
  auto parsed = parse_query(canonical);
  assert(parsed && "what was printed can be read");
  tree_ = std::move(parsed->root);
}

std::string RowQueries::with(const std::string& by) const { return narrowed(*tree_, by); }

std::string RowQueries::with_words(const std::string& words) const {
  return narrowed_to_words(*tree_, words);
}

std::string RowQueries::near(const std::string& words, std::size_t distance) const {
  return near_words(*tree_, words, static_cast<std::uint32_t>(distance));
}

}  // namespace morgue
