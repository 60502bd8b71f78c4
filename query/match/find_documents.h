// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents a query finds, all of them and without scores: what counts and facets are made
// of.
#pragma once

#include <xapian.h>

#include "common/index/columns.h"
#include "common/index/hidden.h"
#include "query/match/segment_postings.h"

namespace morgue {

/// What is asked of a segment.
struct SearchedSegment {
  const Xapian::Database& database;
  SegmentPostings& postings;  ///< of the database
  const Columns* columns;     ///< null: it has none
};

/// Those that the engine finds in one segment; of the documents of `among`, if that is not null.
/// Lists of postings are read here, each once and from its first to its last, and dates from the
/// segment's columns, if there are any; what takes more than that (positions, values) the engine
/// decides, among the documents that all else leaves. Throws Xapian::Error, and what posting
/// sources throw.
DocumentNumbers find_documents(const Xapian::Query& query, const SearchedSegment& segment,
                               const DocumentNumbers* among = nullptr);

/// Whether anything but postings has a say in what a query finds: positions, values, sources.
bool takes_more_than_postings(const Xapian::Query& query);

}  // namespace morgue
