// SPDX-License-Identifier: GPL-3.0-or-later
// How documents become a segment's database: two ways behind one interface.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <span>

#include "common/document/built_document.h"
#include "indexer/write/batch_segment.h"

namespace morgue {

/// Takes the documents of one builder, of one batch. Used by one thread.
class BatchWriter {
 public:
  virtual ~BatchWriter() = default;

  /// Numbers documents from 1 in the order they come.
  virtual std::uint32_t add(const BuiltDocument& document) = 0;

  /// About what the documents so far take.
  virtual std::uint64_t memory_bytes() const = 0;

  /// Hands the documents over to `batch`. Call it once, before the builder starts another batch.
  virtual void finish(BatchSegment& batch) = 0;
};

/// Both ways give the same database: every term, posting, position, value and document.
class SegmentWriter {
 public:
  virtual ~SegmentWriter() = default;

  /// Whether documents take memory until they are written.
  virtual bool waits_in_memory() const = 0;

  /// Any thread.
  virtual std::unique_ptr<BatchWriter> new_batch() = 0;

  /// Writes the documents of all batches, in their order, and the stems of their words (schema.h)
  /// into one new database. Precondition: there is a document.
  virtual void write(std::span<const BatchSegment> batches,
                     const std::filesystem::path& target) = 0;
};

/// Documents wait in databases of the engine, one a batch, whose names `new_database` gives; the
/// engine's compaction joins them. Throws Xapian::Error.
std::unique_ptr<SegmentWriter> make_engine_writer(
    std::function<std::filesystem::path()> new_database);

/// Documents wait in memory, inverted, and are written straight into the engine's tables:
/// one after the other, or with std::launch::async at once.
std::unique_ptr<SegmentWriter> make_bulk_writer(std::launch tables_by);

}  // namespace morgue
