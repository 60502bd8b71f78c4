// SPDX-License-Identifier: GPL-3.0-or-later
// An article as Nexis writes it to text files.
#pragma once

#include <string_view>

#include "indexer/record.h"

namespace morgue::nexis {

/// "3 of 100 DOCUMENTS", with white space around.
bool is_first_line(std::string_view line);

class Parser : public RecordParser {
 public:
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override;
};

}  // namespace morgue::nexis
