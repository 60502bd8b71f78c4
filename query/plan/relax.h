// SPDX-License-Identifier: GPL-3.0-or-later
// From a query to those that ask for a little less.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "query/parse/ast.h"

namespace morgue {

/// How much is given up; what gives up less comes first.
enum class Step {
  Writing,        ///< how a word is written, or the order of words
  Distance,       ///< how far apart words may be
  Undated,        ///< a date that is not known
  Neighbourhood,  ///< that words stand together, or more than once
  Place,          ///< a field, or a year around a date
  WordEnd,
  Not,
  Clause,
  AllButOne,
};

struct Relaxation {
  ast::NodePtr query;
  Step step = Step::Writing;
  std::string change;  ///< in a few words: "the words anywhere"
};

struct RelaxOptions {
  std::int32_t today = 0;  ///< for relative dates, in days since 1970-01-01
  /// Words no article has, as canonical queries ("tarrifs", "title:tarrifs"): only these may become
  /// wildcards, since a word stands for more than what it begins.
  std::set<std::string> unknown;
};

/// Each is the query with one thing less asked for; the nearest first, then in the order of the
/// query.
/// Law: each finds what the query finds, and perhaps more.
std::vector<Relaxation> relax(const ast::Node& query, const RelaxOptions& options = {});

/// The same query in the shape that ast.h describes, after children were replaced or removed: no
/// chain in a chain of its own kind, no chain of one.
ast::NodePtr well_formed(ast::NodePtr query);

}  // namespace morgue
