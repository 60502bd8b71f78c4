// SPDX-License-Identifier: GPL-3.0-or-later
// An article as Factiva writes it to text files.
#pragma once

#include <string_view>

#include "indexer/record.h"

namespace morgue::factiva {

/// "Document APRS000020200105eg15000ab", also behind "AN".
bool is_last_line(std::string_view line);

/// "1,234 words", also behind "WC".
bool is_word_count(std::string_view line);

class Parser : public RecordParser {
 public:
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override;
};

}  // namespace morgue::factiva
