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
    std::uint32_t document;
    std::uint32_t weight;
    std::uint32_t position_bytes;
    std::uint64_t positions;  ///< where they begin in positions_
  };

  void write_terms(const TermTable& terms);
  void write_postings(const std::vector<TermNumber>& sorted);

  std::unique_ptr<InvertedBatch> batch_;
  const TermTable* terms_ = nullptr;
  std::vector<Posting> postings_;  ///< in the order of the documents
  std::string positions_;          ///< of all postings, encoded
};

}  // namespace morgue
