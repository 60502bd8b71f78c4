// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of documents that a query is known to find.
#pragma once

#include <vector>

#include <xapian.h>

#include "common/index/hidden.h"
#include "query/match/find_documents.h"
#include "query/match/weights.h"

namespace morgue {

struct ScoredDocument {
  std::uint32_t document;
  double score;
};

/// In the order of the documents. They are scored a word at a time; lengths are those of the
/// segment's columns. Throws Xapian::Error, and what posting sources throw. Precondition: it has
/// columns, and those have lengths.
std::vector<ScoredDocument> score_documents(const WeightedPart& weights, const Bm25& bm25,
                                            const SearchedSegment& segment,
                                            const DocumentNumbers& documents);

}  // namespace morgue
