// SPDX-License-Identifier: GPL-3.0-or-later
// One open input, cut into records.
#pragma once

#include <optional>

#include "indexer/record.h"

namespace morgue {

class Reader {
 public:
  virtual ~Reader() = default;

  /// The next record, or nullopt at the end of the input. A bad stretch is a RecordError naming
  /// file and line; the call after it goes on with the record that follows. Records come in the
  /// order of the input, and the same input always gives the same records.
  virtual std::optional<Result<RecordChunk, RecordError>> next() = 0;
};

}  // namespace morgue
