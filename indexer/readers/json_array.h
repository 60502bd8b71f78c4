// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that is not one object a line: arrays of objects, objects on several lines.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/byte_cursor.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// Cuts a stream of JSON values into records without ever holding more than one of them: the
/// elements of an array; the elements of the arrays in a wrapper such as
/// {"status": "ok", "articles": [{...}, ...]}, whose other members are passed over; else the object
/// itself. Several values may follow each other. An object is a wrapper when a member with one of
/// the names listed in json_array.cpp, or its very first member unless that is the name of an
/// article's field, is an array that begins with an object.
///
/// Errors: "json-syntax" (something else than a value, or the input ends inside one), "too-long",
/// and those of JsonParser.
class JsonArrayReader : public Reader {
 public:
  JsonArrayReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override;

  /// Whether a text beginning so is an array, an object over several lines, or a wrapper.
  static bool looks_like(std::string_view head);

 private:
  using Found = std::optional<Result<RecordChunk, RecordError>>;
  enum class Place { Top, Array, Wrapper };

  Found read_top();
  Found read_element();
  Found read_members();
  Found read_stray();
  Found end_of_input();
  std::string take_name();
  void take_value();
  void take_to_close(int open_brackets);
  void take(std::string_view bytes);
  void skip_space();
  void begin_record();
  Found end_record();

  ByteCursor bytes_;
  std::string file_;
  std::uint64_t max_bytes_;
  std::shared_ptr<const RecordParser> parser_;
  Place place_ = Place::Top;
  bool in_wrapper_ = false;  ///< what is read is no record, up to the next array
  Location at_;              ///< of the record being cut
  std::string record_;
  bool fits_ = true;
  bool closed_ = true;
};

}  // namespace morgue
