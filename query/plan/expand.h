// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a query to terms of the archive.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "query/parse/query_error.h"
#include "query/plan/archive_view.h"
#include "query/plan/bound.h"

namespace morgue {

/// What a leaf, or several for one place, stands for in this archive.
struct ExpandedPlace {
  std::vector<std::string> terms;     ///< sorted; any of them is a match
  std::vector<std::string> excluded;  ///< sorted; a position that one of these has is no match
  std::vector<std::string>
      scored;                      ///< when `terms` have no frequency of their own: those that have
  std::vector<std::string> forms;  ///< folded, sorted
};

/// Looks up words; the same view gives the same answer. Counts what it expands.
class Expander {
 public:
  Expander(const ArchiveView& view, std::size_t max_expansions)
      : view_(view), max_expansions_(max_expansions) {}

  /// Errors: Q110 when a pattern stands for more words than the limit, Q130.
  Result<ExpandedPlace, QueryError> expand(const bound::Place& place, const std::string& prefix);

  /// What was expanded: N105 for patterns.
  const std::vector<Note>& notes() const { return notes_; }

  /// The forms a bare word stands for, itself first, then sorted.
  std::vector<std::string> forms_of(const std::string& folded) const;

 private:
  Result<std::vector<std::string>, QueryError> forms_of(const bound::Leaf& leaf,
                                                        const std::string& prefix);
  void add_written(const bound::Leaf& leaf, const std::string& form, ExpandedPlace& out) const;
  QueryError too_many(const bound::Leaf& leaf,
                      std::vector<std::pair<Xapian::doccount, std::string>> words) const;
  void note_pattern(const bound::Leaf& leaf, const std::vector<std::string>& words);

  const ArchiveView& view_;
  std::size_t max_expansions_;
  std::vector<Note> notes_;
};

/// A leaf as it was typed: "tarif*", "tariff~1".
std::string describe(const bound::Leaf& leaf);

}  // namespace morgue
