// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON object to the fields of a record.
#pragma once

#include <string_view>

#include "indexer/record.h"

namespace morgue {

/// The parser of the JSON readers. Strings become Text, arrays of strings List, null nothing,
/// anything else Json with the text as given; of the "headlines" and "bodies" of ninjs, the main
/// one becomes a field of its own. Bytes that are not UTF-8, and escapes that name half
/// a surrogate pair, are repaired and counted. Errors: "json-syntax", "not-an-object", "too-deep"
/// (brackets nested more than 100 deep).
class JsonParser : public RecordParser {
 public:
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override;
};

}  // namespace morgue
