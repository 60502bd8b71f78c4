// SPDX-License-Identifier: GPL-3.0-or-later
// One REUTERS element to fields (which ones: see reuters.h).
#pragma once

#include "indexer/record.h"

namespace morgue {

class ReutersParser : public RecordParser {
 public:
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override;
};

}  // namespace morgue
