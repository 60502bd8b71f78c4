// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a document an expression matches.
#pragma once

#include <cstdint>
#include <vector>

#include "query/match/document_positions.h"
#include "query/match/expression.h"
#include "query/match/match_list.h"

namespace morgue {

/// Finds matches in document after document; throws TooMuchWork (match_work.h). Single-threaded.
class MatchFinder {
 public:
  /// `postings`: see DocumentPositions.
  MatchFinder(Xapian::Database database, bool with_parts, SegmentPostings* postings = nullptr)
      : positions_(std::move(database), postings), with_parts_(with_parts) {}

  /// All matches, by first, then last position; no two with the same positions.
  Matches find(const match::Node& node, Xapian::docid document);

  /// Whether there are so many at least; faster for one.
  bool has(const match::Node& node, Xapian::docid document, std::uint32_t at_least);

 private:
  Matches matches(const match::Node& node);
  Matches matches_of(const match::Sequence& sequence);
  Matches matches_of(const match::Mention& mention);
  Matches matches_of(const match::AnyOf& any);
  Matches matches_of(const match::AllOf& all);
  Matches matches_of(const match::Near& near) { return near_matches(near, false); }
  Matches matches_of(const match::Apart& apart);
  Matches matches_of(const match::Within& within);

  Matches near_matches(const match::Near& near, bool one_is_enough);
  void collect(const match::Place& place, match::Window window,
               std::vector<std::uint32_t>& positions);
  Match word_run(std::uint32_t first, std::uint32_t last) const;

  DocumentPositions positions_;
  bool with_parts_;
  std::uint64_t steps_ = 0;
  std::vector<std::uint32_t> here_, excluded_;  // reused
};

}  // namespace morgue
