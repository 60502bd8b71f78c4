// SPDX-License-Identifier: GPL-3.0-or-later
// A record on its way from a file to an article: its bytes, then its fields, not yet understood.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/base/result.h"

namespace morgue {

/// Where a record stands. `file` is the path as given on the command line or found below it, with
/// "!member" after it inside a container ("old.zip!1987/01.txt"); "-" is standard input.
struct Location {
  std::string file;
  std::uint64_t line = 0;  ///< 1-based line its first byte stands in; 0: the whole file

  friend bool operator==(const Location&, const Location&) = default;
};

/// A record, or a whole file, that could not be used.
struct RecordError {
  Location at;
  Error error;
};

/// One field as the source names it. The kinds are those of ExtraField.
struct RawField {
  enum class Kind : unsigned char { Text, List, Json };
  std::string name;
  Kind kind = Kind::Text;
  std::vector<std::string> values;  ///< Text and Json: exactly one
};

/// One record of a source: its fields in order, bytes not yet checked for UTF-8.
struct RawRecord {
  Location at;
  std::vector<RawField> fields;
  std::size_t repaired_bytes = 0;  ///< bytes the parser had to repair to read the record at all
  DateSource date_source = DateSource::Metadata;  ///< what a date among the fields counts as
};

struct RecordChunk;

/// Turns the bytes of one record into fields. Immutable, so many threads may share one.
class RecordParser {
 public:
  virtual ~RecordParser() = default;
  virtual Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const = 0;
};

/// The bytes of one record, cut out but not yet parsed. Cutting is serial and cheap; parsing is
/// done by whichever thread works on the batch.
struct RecordChunk {
  Location at;
  std::string bytes;
  std::shared_ptr<const RecordParser> parser;
};

}  // namespace morgue
