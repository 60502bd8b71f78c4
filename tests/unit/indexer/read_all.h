// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs read to the end: what the tests of readers share.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/input/memory_source.h"
#include "indexer/input/open_input.h"
#include "indexer/readers/registry.h"

namespace morgue {

/// What came out of a reader, in order.
struct ReadAll {
  std::vector<RawRecord> records;
  std::vector<RecordError> errors;

  /// "code:line" of every error.
  std::vector<std::string> error_codes() const {
    std::vector<std::string> codes;
    for (const RecordError& error : errors) {
      codes.push_back(error.error.code + ":" + std::to_string(error.at.line));
    }
    return codes;
  }

  /// The first value of a field of every record; "-" where it is missing.
  std::vector<std::string> values(const std::string& field) const {
    std::vector<std::string> found;
    for (const RawRecord& record : records) found.push_back(value(record, field));
    return found;
  }

  static std::string value(const RawRecord& record, const std::string& field) {
    for (const RawField& candidate : record.fields) {
      if (candidate.name == field && !candidate.values.empty()) return candidate.values.front();
    }
    return "-";
  }
};

inline ReadAll read_all(Reader& reader) {
  ReadAll all;
  while (auto chunk = reader.next()) {
    if (!*chunk) {
      all.errors.push_back(chunk->error());
      continue;
    }
    auto record = (*chunk)->parser->parse(**chunk);
    if (record) {
      all.records.push_back(std::move(*record));
    } else {
      all.errors.push_back(record.error());
    }
  }
  return all;
}

inline ReadAll read_file(const std::string& path, const ReadOptions& options = {}) {
  return read_all(*open_input({path, 0, 0}, options));
}

/// Reads bytes in memory in the format named, `step` bytes at a time.
inline ReadAll read_text(std::string_view bytes, const std::string& format,
                         ReadOptions options = {}, std::size_t step = std::string_view::npos) {
  options.format = format;
  auto source = std::make_unique<PeekSource>(std::make_unique<MemorySource>(bytes, step));
  const auto chosen = choose_format("test", bytes, options);
  return read_all(*(*chosen)->open(std::move(source), "test", options));
}

}  // namespace morgue
