// SPDX-License-Identifier: GPL-3.0-or-later
// Documents inverted: each term with its postings, in memory.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/term_table.h"

namespace morgue {

/// Never changed once it is made. Documents are numbered from 1.
struct InvertedBatch {
  struct Term {
    std::uint32_t text = 0;  ///< where its bytes begin in `texts`; they end where the next's begin
    std::uint32_t documents = 0;
    StemmedLanguages languages = 0;  ///< of articles that have it as a word
    std::uint64_t weights = 0;       ///< the sum over its postings
    std::uint64_t postings = 0;      ///< where they begin in `postings`
  };

  /// The values of a slot, in the order of their documents.
  struct Values {
    std::vector<std::uint32_t> documents;
    std::string bytes;  ///< length and bytes, one after the other
  };

  /// Sorted by their bytes, with one after the last that says where everything ends.
  std::vector<Term> terms;
  std::string texts;
  /// Of each posting: the number of its document less that of the one before, its weight, the bytes
  /// of its positions, as varints; then those bytes, as the position table has them.
  std::string postings;
  std::vector<std::uint32_t> lengths;      ///< of each document: the sum of its weights
  std::map<std::uint32_t, Values> values;  ///< by slot
  std::string data;                        ///< of all documents, one after the other
  std::vector<std::uint64_t> data_ends;    ///< of each document, in `data`
  std::uint32_t largest_weight = 0;

  std::size_t term_count() const { return terms.size() - 1; }
  std::string_view text(std::size_t term) const {
    return std::string_view(texts).substr(terms[term].text,
                                          terms[term + 1].text - terms[term].text);
  }
  std::string_view postings_of(std::size_t term) const {
    return std::string_view(postings).substr(terms[term].postings,
                                             terms[term + 1].postings - terms[term].postings);
  }
  std::uint64_t memory_bytes() const;
};

}  // namespace morgue
