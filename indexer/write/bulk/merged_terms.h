// SPDX-License-Identifier: GPL-3.0-or-later
// The terms of several inverted batches, in one order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/varint.h"
#include "indexer/write/bulk/inverted_batch.h"

namespace morgue {

/// The batches in the order of their documents; they must live longer. The documents of a batch
/// follow those of the batches before it.
class MergedTerms {
 public:
  using Batches = std::span<const InvertedBatch* const>;

  explicit MergedTerms(Batches batches);

  /// Memory: 8 bytes for each term of each batch.
  struct Source {
    std::uint32_t batch;
    std::uint32_t term;
  };

  /// Calls `use(text, sources)` for each term, in the order of their bytes.
  template <class Use>
  void for_each(Use use) const {
    for (std::size_t first = 0; first < sources_.size();) {
      const std::string_view text = text_of(sources_[first]);
      std::size_t last = first + 1;
      while (last < sources_.size() && text_of(sources_[last]) == text) ++last;
      use(text, std::span(sources_).subspan(first, last - first));
      first = last;
    }
  }

  /// Calls `use(document, weight, positions)` for each posting of a term.
  template <class Use>
  void for_each_posting(std::span<const Source> sources, Use use) const {
    for (const Source& source : sources) {
      std::string_view bytes = batches_[source.batch]->postings_of(source.term);
      std::uint32_t document = offsets_[source.batch];
      while (!bytes.empty()) {
        document += next(bytes);
        const std::uint32_t weight = next(bytes);
        const std::uint32_t size = next(bytes);
        use(document, weight, bytes.substr(0, size));
        bytes.remove_prefix(size);
      }
    }
  }

  const InvertedBatch::Term& term(const Source& source) const {
    return batches_[source.batch]->terms[source.term];
  }

  Batches batches() const { return batches_; }
  std::uint32_t offset(std::size_t batch) const { return offsets_[batch]; }

 private:
  std::string_view text_of(const Source& source) const {
    return batches_[source.batch]->text(source.term);
  }

  static std::uint32_t next(std::string_view& bytes) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    if (byte >= 0x80U) return static_cast<std::uint32_t>(*take_varint(bytes));
    bytes.remove_prefix(1);
    return byte;
  }

  Batches batches_;
  std::vector<std::uint32_t> offsets_;  ///< of each batch: the documents before it
  std::vector<Source> sources_;         ///< by term, then by batch
};

}  // namespace morgue
