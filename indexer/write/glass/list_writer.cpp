// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/glass/list_writer.h"

#include "common/index/varint.h"
#include "indexer/write/glass/codes.h"

namespace morgue::glass {
namespace {

/// A chunk that is longer takes no more.
constexpr std::size_t kChunkBytes = 2000;

// The first bytes of keys that are no terms': a term's NUL is followed by 0xFF.
constexpr std::string_view kStatistics("\0\xd0", 2);
constexpr std::string_view kValues("\0\xd8", 2);
constexpr std::string_view kLengths("\0\xe0", 2);

}  // namespace

void ListWriter::add_value_statistics(std::uint32_t slot, std::uint64_t documents,
                                      std::string_view lowest, std::string_view highest) {
  key_.assign(kStatistics);
  append_last(key_, slot);
  tag_.clear();
  append_varint(tag_, documents);
  append_string(tag_, lowest);
  if (highest != lowest) tag_.append(highest);
  table_.add(key_, tag_);
}

void ListWriter::start_values(std::uint32_t slot) {
  other_key_.assign(kValues);
  append_varint(other_key_, slot);
  chunk_.clear();
}

void ListWriter::add_value(std::uint32_t document, std::string_view value) {
  if (chunk_.size() >= kChunkBytes) write_value_chunk();
  if (chunk_.empty()) {
    first_document_ = document;
  } else {
    append_varint(chunk_, document - last_document_ - 1);
  }
  last_document_ = document;
  append_string(chunk_, value);
}

void ListWriter::write_value_chunk() {
  key_ = other_key_;
  append_sortable(key_, first_document_);
  table_.add(key_, chunk_);
  chunk_.clear();
}

void ListWriter::end_values() {
  if (!chunk_.empty()) write_value_chunk();
}

void ListWriter::start(std::string_view head) {
  head_.assign(head);
  chunk_.clear();
  is_first_ = is_empty_ = true;
}

void ListWriter::start_lengths() {
  first_key_.assign(kLengths);
  other_key_.assign(kLengths);
  start(std::string_view("\0\0", 2));
}

void ListWriter::start_postings(std::string_view term, std::uint64_t documents,
                                std::uint64_t weights) {
  first_key_.clear();
  append_term(first_key_, term);
  other_key_.clear();
  append_term_before(other_key_, term);
  tag_.clear();
  append_varint(tag_, documents);
  append_varint(tag_, weights);
  start(tag_);
}

void ListWriter::add(std::uint32_t document, std::uint32_t number) {
  if (chunk_.size() >= kChunkBytes) {
    write_chunk(false);
    is_first_ = false;
    is_empty_ = true;
    chunk_.clear();
  }
  if (is_empty_) {
    first_document_ = document;
    is_empty_ = false;
  } else {
    append_varint(chunk_, document - last_document_ - 1);
  }
  last_document_ = document;
  append_varint(chunk_, number);
}

void ListWriter::end() { write_chunk(true); }

void ListWriter::write_chunk(bool last) {
  tag_.clear();
  if (is_first_) {
    tag_ = head_;
    append_varint(tag_, first_document_ - 1);
  } else {
    key_ = other_key_;
    append_sortable(key_, first_document_);
  }
  tag_ += last ? '1' : '0';
  append_varint(tag_, last_document_ - first_document_);
  tag_.append(chunk_);
  table_.add(is_first_ ? first_key_ : key_, tag_);
}

}  // namespace morgue::glass
