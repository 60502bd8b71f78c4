// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine is to hold of one article, whoever writes it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/document/term_table.h"
#include "common/index/schema.h"

namespace morgue {

/// One term of a document.
struct TermPosting {
  TermNumber term = 0;
  std::uint32_t weight = 0;  ///< the within-document frequency
  std::uint32_t first = 0;   ///< of its positions
  std::uint32_t count = 0;   ///< of them; 0: the term has no positions here
};

struct SlotValue {
  Slot slot{};
  std::string bytes;  ///< not empty
};

/// Belongs to the builder that made it, and is replaced by its next document.
struct BuiltDocument {
  const TermTable* terms = nullptr;      ///< of the builder
  std::vector<TermPosting> postings;     ///< one for each term
  std::vector<std::uint32_t> positions;  ///< of one posting after the other; ascending in each
  std::vector<SlotValue> values;         ///< each slot once
  std::string data;

  std::span<const std::uint32_t> positions_of(const TermPosting& posting) const {
    return std::span(positions).subspan(posting.first, posting.count);
  }
};

}  // namespace morgue
