// SPDX-License-Identifier: GPL-3.0-or-later
// Names of a query to value terms of the archive, the user's corrections applied.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/base/result.h"
#include "query/parse/query_error.h"
#include "query/plan/archive_view.h"
#include "query/plan/bound.h"

namespace morgue {

/// The value terms that a condition on an entity field stands for: those of the field's names that
/// hold the words, and of names that count as a name of the field of which one alias does. Sorted.
/// Error Q130.
Result<std::vector<std::string>, QueryError> name_terms(const bound::Mention& mention,
                                                        const ArchiveView& view);

/// What corrections make of words in an entity field.
struct CorrectedWords {
  /// Value terms that match besides the field's words; sorted.
  std::vector<std::string> added;
  /// Some of the field's names that hold the words are hidden, so that the words alone do not say
  /// which articles match: `added` then holds all that do.
  bool instead = false;
};
Result<CorrectedWords, QueryError> corrected_words(const bound::Phrase& words,
                                                   const ArchiveView& view);

/// The articles that have a field; of an entity field, a name that is not hidden.
Xapian::Query has_field(const std::string& field, const ArchiveView& view);

}  // namespace morgue
