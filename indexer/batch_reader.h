// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs to batches: the serial stage.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "indexer/batch.h"
#include "indexer/input/open_input.h"
#include "indexer/input/walk.h"
#include "indexer/readers/reader.h"
#include "indexer/write/input_log.h"

namespace morgue {

struct BatchLimits {
  std::size_t records = 1'000;
  std::uint64_t bytes = 8U << 20U;
};

/// Walks the inputs, leaves out those the log knows to be in the archive, and cuts the rest into
/// batches. The same inputs and limits always give the same batches.
class BatchReader {
 public:
  /// `reading` stands for all options that decide what is read (see LoggedInput).
  BatchReader(Walker walker, ReadOptions options, InputLog log, std::string reading,
              BatchLimits limits);

  /// The next batch; an empty one at the end of the inputs, or once `stop` says so.
  Batch next(const std::function<bool()>& stop);

 private:
  bool open_next_input(Batch& batch);
  void read_record(Batch& batch);
  void skip_known_records(Batch& batch, std::uint64_t known);
  void reject(Batch& batch, RecordError error);

  Walker walker_;
  ReadOptions options_;
  InputLog log_;
  std::string reading_;
  BatchLimits limits_;
  std::unique_ptr<Reader> reader_;
  InputNo input_no_ = 0;
  LoggedInput input_;
};

}  // namespace morgue
