// SPDX-License-Identifier: GPL-3.0-or-later
// Clauses that raise the score of an article and have no say in whether it matches.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/plan/archive_view.h"
#include "query/plan/bound.h"
#include "query/run/ranking_parameters.h"

namespace morgue {

struct BonusClause {
  Xapian::Query query;
  double weight;
};

/// One for each of these:
/// - each word of an AND, of the OR of `any`, or alone, in the form that was typed: it counts more
///   than the other forms of its stem, and one typed with accents counts more where it is written
///   with them;
/// - with `any`, letters in a row as the abbreviation they make: "u s" is u.s.
std::vector<BonusClause> bonus_clauses(const bound::Node& query, bool any, const ArchiveView& view,
                                       const RankingParameters& parameters);

/// The OR of them, or a query that matches nothing.
Xapian::Query any_of(const std::vector<BonusClause>& clauses);

}  // namespace morgue
