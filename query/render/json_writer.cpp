// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

namespace morgue {
namespace {

using nlohmann::json;

/// DEL, C1, line and paragraph separator, bidi embeddings, overrides and isolates.
bool must_be_escaped(unsigned point) {
  return (point >= 0x7F && point <= 0x9F) || point == 0x2028 || point == 0x2029 ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

/// The code point of one, two or three bytes that begins at `at`; 0 for longer ones, which need no
/// escape. Precondition: valid UTF-8.
unsigned code_point(std::string_view text, std::size_t at, std::size_t& size) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned first = byte(0);
  size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (size == 1) return first;
  if (size == 2) return (first & 0x1FU) << 6 | (byte(1) & 0x3FU);
  if (size == 3) return (first & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
  return 0;
}

/// Valid JSON with nothing in it that drives a terminal or ends a line. Outside strings such
/// characters are white space at most, so that replacing them everywhere is right.
std::string made_safe(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size(); at += size) {
    const unsigned point = code_point(text, at, size);
    if (must_be_escaped(point)) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", point);
      safe += escape.data();
    } else if (point == '\n' || point == '\r' || point == '\t') {
      safe += ' ';
    } else {
      safe += text.substr(at, size);
    }
  }
  return safe;
}

std::string encoded(std::string_view value) {
  return made_safe(json(value).dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_ << encoded(name) << ':';
  comma_due_ = false;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  out_ << encoded(value);
  return *this;
}

JsonWriter& JsonWriter::integer(std::uint64_t value) {
  separate();
  out_ << value;
  return *this;
}

std::string shortest_digits(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  out_ << shortest_digits(value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ << (value ? "true" : "false");
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ << "null";
  return *this;
}

JsonWriter& JsonWriter::json_text(std::string_view value) {
  if (!json::accept(value)) return string(value);
  separate();
  out_ << made_safe(value);
  return *this;
}

JsonWriter& JsonWriter::field(std::string_view name, std::string_view value) {
  return key(name).string(value);
}

JsonWriter& JsonWriter::field(std::string_view name, std::uint64_t value) {
  return key(name).integer(value);
}

JsonWriter& JsonWriter::new_line() {
  line_due_ = true;
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ << bracket;
  comma_due_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  if (line_due_) out_ << '\n';
  line_due_ = false;
  out_ << bracket;
  comma_due_ = true;
  return *this;
}

void JsonWriter::separate() {
  if (comma_due_) out_ << ',';
  if (line_due_) out_ << '\n';
  comma_due_ = true;
  line_due_ = false;
}

}  // namespace morgue
