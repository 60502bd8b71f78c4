// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of the inputs, on its way through the pipeline.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/record.h"
#include "indexer/report.h"
#include "indexer/write/batch_segment.h"
#include "indexer/write/input_log.h"

namespace morgue {

/// Numbers the inputs of a run in the order they are read.
using InputNo = std::uint32_t;

/// Records as they were cut out of the inputs, in order.
struct Batch {
  struct Item {
    InputNo input = 0;
    RecordChunk chunk;
  };
  struct Progress {
    InputNo input = 0;
    LoggedInput log;
    bool loggable = true;  ///< false for standard input
  };

  std::vector<Item> items;
  std::vector<Progress> progress;   ///< inputs that end in this batch, and the one it stops within
  std::vector<RejectLine> rejects;  ///< met while reading
  std::vector<InputNo> bad_inputs;  ///< the inputs of those
  RunCounts counts;
  std::uint64_t bytes = 0;

  bool empty() const { return counts.records == 0 && counts.inputs == 0; }
};

/// The same after its articles were built into a segment.
struct BuiltBatch {
  BatchSegment segment;
  std::uint64_t base_generation = 0;
  std::vector<Batch::Progress> progress;
  std::vector<RejectLine> rejects;
  std::vector<InputNo> bad_inputs;
  RunCounts counts;
};

}  // namespace morgue
