// SPDX-License-Identifier: GPL-3.0-or-later
// JSON written as a stream: a document of any size, keys in the order they are given.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace morgue {

/// The fewest digits that give the number back. Precondition: it is finite.
std::string shortest_digits(double number);

/// Writes one value, on one line unless new_line() is called. Whoever calls keeps the nesting
/// right. Control characters, line separators and bidi overrides are always escaped: the output is
/// safe for a terminal and for readers that split it at lines. Bytes that are not UTF-8 become
/// U+FFFD.
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view value);
  JsonWriter& integer(std::uint64_t value);
  JsonWriter& number(
      double value);  ///< the shortest digits that give it back; null when not finite
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// A value that is JSON already, digits as written; as a string when it is not JSON after all.
  JsonWriter& json_text(std::string_view value);

  /// key() and value in one.
  JsonWriter& field(std::string_view name, std::string_view value);
  JsonWriter& field(std::string_view name, std::uint64_t value);

  /// The next value or key begins on a new line.
  JsonWriter& new_line();

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::ostream& out_;
  bool comma_due_ = false;
  bool line_due_ = false;
};

}  // namespace morgue
