// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a query to terms of the archive.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "query/hit.h"
#include "query/parse/query_error.h"
#include "query/plan/archive_view.h"
#include "query/plan/bound.h"

namespace morgue {

/// What a leaf stands for in this archive.
struct ExpandedLeaf {
  std::vector<std::string> terms;     ///< sorted; any of them is a match
  std::vector<std::string> excluded;  ///< a position that one of these has is no match
  std::string scored;  ///< when `terms` have no frequency of their own: the term that has it
  MarkedWord mark;
};

/// Looks up words; the same view gives the same answer. Counts what it expands.
class Expander {
 public:
  Expander(const ArchiveView& view, std::size_t max_expansions)
      : view_(view), max_expansions_(max_expansions) {}

  /// Error Q110 when a pattern stands for more words than the limit.
  Result<ExpandedLeaf, QueryError> expand(const bound::Leaf& leaf, const std::string& prefix);

  /// What was expanded: N105 for patterns.
  const std::vector<Note>& notes() const { return notes_; }

  /// The forms a bare word stands for, itself first, then sorted.
  std::vector<std::string> forms_of(const std::string& folded) const;

 private:
  ExpandedLeaf expand_exact(const bound::Leaf& leaf, const std::string& prefix) const;
  Result<ExpandedLeaf, QueryError> expand_pattern(const bound::Leaf& leaf,
                                                  const std::string& prefix);
  void note_pattern(const bound::Leaf& leaf, const std::vector<std::string>& words);

  const ArchiveView& view_;
  std::size_t max_expansions_;
  std::vector<Note> notes_;
};

}  // namespace morgue
