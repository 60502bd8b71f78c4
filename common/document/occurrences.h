// SPDX-License-Identifier: GPL-3.0-or-later
// The occurrences of terms in one document, to its postings.
#pragma once

#include <cstdint>
#include <vector>

#include "common/document/built_document.h"

namespace morgue {

inline constexpr std::uint32_t kNoPosition = 0;  ///< positions count from 1

/// Reuse it: its memory is as large as the largest term number.
class Occurrences {
 public:
  /// `weight` is added to the frequency of the term. A position that comes twice counts once.
  void add(TermNumber term, std::uint32_t position, std::uint32_t weight) {
    list_.push_back({term, position, weight});
  }

  /// Replaces the document's postings by those of everything added, and starts anew.
  void group(BuiltDocument& document);

 private:
  struct Occurrence {
    TermNumber term;
    std::uint32_t position;
    std::uint32_t weight;
  };

  void sort_positions(BuiltDocument& document) const;

  std::vector<Occurrence> list_;
  std::vector<std::uint32_t> posting_of_;  ///< by term: its posting and one; 0 when it has none yet
};

}  // namespace morgue
