// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of a posting table, cut into chunks: postings, document lengths, values; see FORMAT.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/write/glass/table_writer.h"

namespace morgue::glass {

/// Writes one list after another, in the order of their keys.
class ListWriter {
 public:
  explicit ListWriter(TableWriter& table) : table_(table) {}

  /// The bounds of a slot's values and how many documents have one.
  void add_value_statistics(std::uint32_t slot, std::uint64_t documents, std::string_view lowest,
                            std::string_view highest);

  /// The values of a slot: start, then each document's in ascending order, then end.
  void start_values(std::uint32_t slot);
  void add_value(std::uint32_t document, std::string_view value);
  void end_values();

  /// The lengths of all documents, in the same way.
  void start_lengths();

  /// The postings of a term; `weights` is the sum of theirs.
  void start_postings(std::string_view term, std::uint64_t documents, std::uint64_t weights);

  /// One document's weight, or length.
  void add(std::uint32_t document, std::uint32_t number);
  void end();

 private:
  void start(std::string_view head);
  void write_chunk(bool last);
  void write_value_chunk();

  TableWriter& table_;
  std::string first_key_;  ///< of the list's first chunk
  std::string other_key_;  ///< what those of the others begin with
  std::string key_, tag_;  ///< room
  std::string head_;       ///< of the first chunk, in front of the number of its first document
  std::string chunk_;
  bool is_first_ = true;
  bool is_empty_ = true;
  std::uint32_t first_document_ = 0;  ///< of the chunk
  std::uint32_t last_document_ = 0;
};

}  // namespace morgue::glass
