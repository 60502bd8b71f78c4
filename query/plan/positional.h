// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a bound tree that only positions decide: which documents can match, and what must be
// looked for in them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/base/result.h"
#include "query/match/expression.h"
#include "query/parse/query_error.h"
#include "query/plan/bound.h"
#include "query/plan/expand.h"
#include "query/plan/plan.h"

namespace morgue {

struct Positional {
  Xapian::Query candidates;  ///< holds every document that matches; it gives the score
  match::NodePtr expression;
};

/// Nothing: no document can match.
using MaybePositional = std::optional<Positional>;

class PositionalCompiler {
 public:
  PositionalCompiler(const ArchiveView& view, std::size_t max_expansions)
      : view_(view), expander_(view, max_expansions) {}

  /// Precondition: a tree as bound::Near describes it. Errors: see Expander; Q208 when sentences or
  /// paragraphs are asked for and the archive has none recorded.
  Result<MaybePositional, QueryError> compile(const bound::Node& node);
  Result<MaybePositional, QueryError> compile(const bound::Phrase& phrase);
  Result<MaybePositional, QueryError> compile(const bound::Mention& mention);
  Result<MaybePositional, QueryError> compile(const bound::And& both);
  Result<MaybePositional, QueryError> compile(const bound::Or& either);
  Result<MaybePositional, QueryError> compile(const bound::Near& near);
  Result<MaybePositional, QueryError> compile(const bound::Apart& apart);
  Result<MaybePositional, QueryError> compile(const bound::First& first);

  const std::vector<Note>& notes() const { return expander_.notes(); }
  /// How words were expanded, each once.
  const std::vector<WordExpansion>& expansions() const { return expansions_; }

 private:
  template <class NotPositional>
  Result<MaybePositional, QueryError> compile(const NotPositional&);

  std::optional<QueryError> check_units(const std::vector<ast::Closeness>& between) const;
  void record(const bound::Place& place, const std::string& prefix, const ExpandedPlace& expanded);

  const ArchiveView& view_;
  Expander expander_;
  std::vector<WordExpansion> expansions_;
};

/// Any of the terms, scored as one word.
Xapian::Query any_of(const std::vector<std::string>& terms);
Xapian::Query all_of(const std::vector<Xapian::Query>& queries);

}  // namespace morgue
