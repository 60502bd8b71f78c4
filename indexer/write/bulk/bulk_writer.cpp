// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "indexer/write/bulk/inverter.h"
#include "indexer/write/bulk/write_segment.h"
#include "indexer/write/segment_writer.h"

namespace morgue {
namespace {

class BulkBatch : public BatchWriter {
 public:
  std::uint32_t add(const BuiltDocument& document) override { return inverter_.add(document); }

  std::uint64_t memory_bytes() const override { return inverter_.memory_bytes(); }

  void finish(BatchSegment& batch) override {
    batch.inverted = inverter_.finish();
    batch.documents = static_cast<std::uint32_t>(batch.inverted->lengths.size());
    batch.memory_bytes = batch.inverted->memory_bytes();
  }

 private:
  Inverter inverter_;
};

class BulkWriter : public SegmentWriter {
 public:
  explicit BulkWriter(std::launch tables_by) : tables_by_(tables_by) {}

  bool waits_in_memory() const override { return true; }

  std::unique_ptr<BatchWriter> new_batch() override { return std::make_unique<BulkBatch>(); }

  void write(std::span<const BatchSegment> batches, const std::filesystem::path& target) override {
    std::vector<const InvertedBatch*> inverted;
    for (const BatchSegment& batch : batches) {
      if (batch.documents > 0) inverted.push_back(batch.inverted.get());
    }
    write_segment(inverted, target, tables_by_);
  }

 private:
  std::launch tables_by_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_bulk_writer(std::launch tables_by) {
  return std::make_unique<BulkWriter>(tables_by);
}

}  // namespace morgue
