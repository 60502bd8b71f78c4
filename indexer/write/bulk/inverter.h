// SPDX-License-Identifier: GPL-3.0-or-later
// Documents to an inverted batch.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/document/built_document.h"
#include "indexer/write/bulk/inverted_batch.h"

namespace morgue {

/// Takes the documents of one builder, of one batch. Used by one thread.
class Inverter {
 public:
  Inverter() : batch_(std::make_unique<InvertedBatch>()) {}

  /// Numbers documents from 1 in the order they come.
  std::uint32_t add(const BuiltDocument& document);

  /// What it takes now, with what finish() will take beside.
  std::uint64_t memory_bytes() const;

  /// Call it once.
  std::unique_ptr<InvertedBatch> finish();

 private:
  struct Posting {
    TermNumber term;
    std::uint32_t weight;
    std::uint32_t position_bytes;
  };

  /// Memory of its own size for each document, so that nothing is moved as they become many.
  struct Document {
    std::vector<Posting> postings;
    std::string positions;  ///< of one posting after the other, encoded
  };

  void write_terms(const TermTable& terms);
  void write_postings(const std::vector<TermNumber>& sorted);

  std::unique_ptr<InvertedBatch> batch_;
  const TermTable* terms_ = nullptr;
  std::vector<Document> documents_;
  std::uint64_t kept_bytes_ = 0;  ///< that they take
  std::string positions_;         ///< room
};

}  // namespace morgue
