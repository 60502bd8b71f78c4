// SPDX-License-Identifier: GPL-3.0-or-later
// From a query to those that ask for a little less.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "query/parse/ast.h"

namespace morgue {

struct Relaxation {
  ast::NodePtr query;
  std::string change;  ///< in a few words: "the words anywhere"
};

struct RelaxOptions {
  std::int32_t today = 0;  ///< for relative dates, in days since 1970-01-01
  /// Words no article has, as canonical queries ("tarrifs", "title:tarrifs"): only these may become
  /// wildcards, since a word stands for more than what it begins.
  std::set<std::string> unknown;
};

/// Each is the query with one thing less asked for; the nearest first, then in the order of the
/// query: how a word is written, order, distance, a date that is not known, neighbourhood, a field,
/// a year around a date, the end of a word, a NOT, a clause, all but one clause.
/// Law: each finds what the query finds, and perhaps more.
std::vector<Relaxation> relax(const ast::Node& query, const RelaxOptions& options = {});

/// The same query in the shape that ast.h describes, after children were replaced or removed: no
/// chain in a chain of its own kind, no chain of one.
ast::NodePtr well_formed(ast::NodePtr query);

}  // namespace morgue
