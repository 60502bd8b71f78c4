// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_array.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/input/memory_source.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_scan.h"
#include "indexer/readers/line_splitter.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::array kWrapperNames{"articles"sv, "data"sv,    "docs"sv,    "documents"sv,
                                   "entries"sv,  "items"sv,   "news"sv,    "posts"sv,
                                   "records"sv,  "results"sv, "stories"sv, "rows"sv};

bool holds_records(std::string_view name, bool is_first_member) {
  return std::find(kWrapperNames.begin(), kWrapperNames.end(), name) != kWrapperNames.end() ||
         (is_first_member && !FieldMap::guess(name));
}

// An object over several lines, as against a line of JSON Lines that is broken off.
bool goes_on_after_line(std::string_view object, std::size_t line_end) {
  const std::size_t before = object.find_last_not_of(kJsonSpace, line_end);
  const std::size_t after = object.find_first_not_of(kJsonSpace, line_end);
  const bool new_object = after != std::string_view::npos && object[after] == '{';
  return !new_object || "[:,"sv.find(object[before]) != std::string_view::npos;
}

}  // namespace

JsonArrayReader::JsonArrayReader(std::unique_ptr<ByteSource> source, std::string file,
                                 const ReadOptions& options)
    : bytes_(std::move(source)),
      file_(std::move(file)),
      max_bytes_(options.max_record_bytes),
      parser_(std::make_shared<JsonParser>()) {}

JsonArrayReader::Found JsonArrayReader::next() {
  for (;;) {
    record_.clear();
    skip_space();
    if (!bytes_.peek()) return end_of_input();
    Found found = place_ == Place::Top     ? read_top()
                  : place_ == Place::Array ? read_element()
                                           : read_members();
    if (found) return found;
  }
}

JsonArrayReader::Found JsonArrayReader::read_top() {
  begin_record();
  if (bytes_.peek() == '[') {
    bytes_.get();
    place_ = Place::Array;
    return std::nullopt;
  }
  if (bytes_.peek() != '{') return read_stray();
  take(bytes_.ahead().substr(0, 1));
  return read_members();
}

JsonArrayReader::Found JsonArrayReader::read_element() {
  if (bytes_.peek() == ',' || bytes_.peek() == ']') {
    if (bytes_.get() == ']') place_ = in_wrapper_ ? Place::Wrapper : Place::Top;
    return std::nullopt;
  }
  begin_record();
  take_value();
  return end_record();
}

// Reads an object from behind its "{": to its end, or to the first array of a wrapper.
JsonArrayReader::Found JsonArrayReader::read_members() {
  bool is_first = !in_wrapper_;
  for (skip_space(); bytes_.peek() && bytes_.peek() != '}'; skip_space()) {
    if (bytes_.peek() != '"') {
      take(bytes_.ahead().substr(0, 1));
      continue;
    }
    const std::string name = take_name();
    skip_space();
    if (bytes_.peek() != ':') continue;
    take(":");
    skip_space();
    if (bytes_.peek() != '[') {
      if (bytes_.peek()) take_value();
    } else {
      take("[");
      skip_space();
      if (bytes_.peek() == '{' && (in_wrapper_ || holds_records(name, is_first))) {
        in_wrapper_ = true;
        place_ = Place::Array;
        return std::nullopt;
      }
      take_to_close(1);
    }
    is_first = false;
  }
  closed_ = bytes_.peek().has_value();
  if (!closed_) return end_record();
  take("}");
  place_ = Place::Top;
  if (std::exchange(in_wrapper_, false)) return std::nullopt;
  return end_record();
}

JsonArrayReader::Found JsonArrayReader::read_stray() {
  while (bytes_.peek() && bytes_.peek() != '\n') bytes_.get();
  return RecordError{at_,
                     {"json-syntax", "is neither a JSON object nor an array; remove the line"}};
}

JsonArrayReader::Found JsonArrayReader::end_of_input() {
  const Location here{file_, bytes_.line()};
  if (auto error = bytes_.take_error()) return RecordError{here, *std::move(error)};
  if (std::exchange(place_, Place::Top) == Place::Top) return std::nullopt;
  return RecordError{
      here, {"json-syntax", "the input ends before its array is closed; get the whole file"}};
}

std::string JsonArrayReader::take_name() {
  std::string name;
  JsonNesting nesting;
  do {
    const char byte = *bytes_.peek();
    nesting.take(byte);
    if (byte != '"' && name.size() < 100) name += byte;
    take({&byte, 1});
  } while (nesting.in_string() && bytes_.peek());
  return name;
}

// Takes at least one byte. Precondition: not at the end.
void JsonArrayReader::take_value() {
  const char first = *bytes_.peek();
  if (first == '"' || first == '{' || first == '[') return take_to_close(0);
  do {
    take(bytes_.ahead().substr(0, 1));
  } while (bytes_.peek() && " \t\r\n,:]}"sv.find(*bytes_.peek()) == std::string_view::npos);
}

// Takes up to the byte that closes the string, or that many brackets more than are opened.
void JsonArrayReader::take_to_close(int open_brackets) {
  JsonNesting nesting;
  for (std::string_view ahead = bytes_.ahead(); !ahead.empty(); ahead = bytes_.ahead()) {
    for (std::size_t at = 0; at < ahead.size(); ++at) {
      nesting.take(ahead[at]);
      if (nesting.depth() + open_brackets > 0 || nesting.in_string()) continue;
      take(ahead.substr(0, at + 1));
      return;
    }
    take(ahead);
  }
  closed_ = false;
}

// Steps over bytes, which are the next ones of the stream, and keeps them when they are a record's.
void JsonArrayReader::take(std::string_view bytes) {
  if (place_ == Place::Array || !in_wrapper_) {
    fits_ = fits_ && record_.size() + bytes.size() <= max_bytes_;
    if (fits_) record_ += bytes;
  }
  bytes_.skip(bytes.size());
}

void JsonArrayReader::skip_space() {
  while (bytes_.peek() && kJsonSpace.find(*bytes_.peek()) != std::string_view::npos) {
    if (record_.empty()) {
      bytes_.get();
    } else {
      take(bytes_.ahead().substr(0, 1));
    }
  }
}

void JsonArrayReader::begin_record() {
  at_ = {file_, bytes_.line()};
  record_.clear();
  fits_ = true;
  closed_ = true;
}

JsonArrayReader::Found JsonArrayReader::end_record() {
  if (!closed_) {
    place_ = Place::Top;
    if (auto error = bytes_.take_error()) {
      return RecordError{{file_, bytes_.line()}, *std::move(error)};
    }
    return RecordError{at_,
                       {"json-syntax", "the input ends inside this record; get the whole file"}};
  }
  if (!fits_) return too_long(at_, max_bytes_);
  return RecordChunk{at_, std::move(record_), parser_};
}

bool JsonArrayReader::looks_like(std::string_view head) {
  const std::size_t start = head.find_first_not_of(kJsonSpace);
  if (start == std::string_view::npos) return false;
  const std::size_t second = head.find_first_not_of(kJsonSpace, start + 1);
  const char next = second == std::string_view::npos ? '\0' : head[second];
  if (head[start] == '[') return next == '{' || next == ']';
  if (head[start] != '{' || (next != '"' && next != '}')) return false;
  const std::size_t length = json_value_length(head.substr(start));
  const std::string_view object = head.substr(start, length == 0 ? head.npos : length);
  if (const std::size_t line_end = object.find('\n'); line_end != object.npos) {
    return goes_on_after_line(object, line_end);
  }
  JsonArrayReader reader(std::make_unique<MemorySource>(object), "", {});
  (void)reader.next();
  return reader.in_wrapper_;
}

}  // namespace morgue
