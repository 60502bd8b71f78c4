// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_scan.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "common/text/letters.h"

namespace morgue {
namespace {

enum class Half { None, High, Low };

Half half_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text.substr(at, 2) != "\\u") return Half::None;
  if (text[at + 2] != 'd' && text[at + 2] != 'D') return Half::None;
  if (std::string_view("89abAB").find(text[at + 3]) != std::string_view::npos) return Half::High;
  if (std::string_view("cdefCDEF").find(text[at + 3]) != std::string_view::npos) return Half::Low;
  return Half::None;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

/// Appends what an escape of one sign stands for; gives back its length, 0 when it is none.
std::size_t append_sign(std::string& out, std::string_view text) {
  constexpr std::string_view kSigns = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const std::size_t sign = kSigns.find(text[1]);
  if (sign == kSigns.npos) return 0;
  out += kMeanings[sign];
  return 2;
}

/// The same for "\u2019"; 0 also for controls and surrogates.
std::size_t append_code_unit(std::string& out, std::string_view text) {
  constexpr std::size_t kLength = 6;
  if (text.size() < kLength) return 0;
  unsigned unit = 0;
  const char* const end = text.data() + kLength;
  if (std::from_chars(text.data() + 2, end, unit, 16).ptr != end) return 0;
  if (unit < 0x20 || (unit >= 0xD800 && unit < 0xE000)) return 0;
  append_utf8(static_cast<std::int32_t>(unit), out);
  return kLength;
}

}  // namespace

std::size_t json_string_length(std::string_view text) {
  for (std::size_t at = text.find('"', 1); at != text.npos; at = text.find('"', at + 1)) {
    // It closes the string unless it is escaped: behind an odd number of backslashes.
    std::size_t before = at;
    while (text[before - 1] == '\\') --before;
    if ((at - before) % 2 == 0) return at + 1;
  }
  return 0;
}

std::optional<std::string> read_usual_string(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || json_string_length(text) != text.size()) {
    return std::nullopt;
  }
  text = text.substr(1, text.size() - 2);
  if (std::any_of(text.begin(), text.end(), is_control)) return std::nullopt;
  std::string out;
  out.reserve(text.size());
  for (;;) {
    const std::size_t plain = std::min(text.find('\\'), text.size());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) return out;
    const std::size_t taken = text[1] == 'u' ? append_code_unit(out, text) : append_sign(out, text);
    if (taken == 0) return std::nullopt;
    text.remove_prefix(taken);
  }
}

std::size_t json_value_length(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() == '"') return json_string_length(text);
  if (std::string_view("{[").find(text.front()) == std::string_view::npos) {
    return std::min(text.find_first_of(" \t\r\n,:]}"), text.size());
  }
  JsonNesting nesting;
  for (std::size_t at = 0; at < text.size(); ++at) {
    nesting.take(text[at]);
    if (nesting.depth() == 0 && !nesting.in_string()) return at + 1;
  }
  return 0;
}

int json_depth(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '"') {
      const std::size_t length = json_string_length(text.substr(at));
      if (length == 0) break;
      at += length - 1;
    } else if (byte == '{' || byte == '[') {
      deepest = std::max(deepest, ++depth);
    } else if (byte == '}' || byte == ']') {
      --depth;
    }
  }
  return deepest;
}

std::size_t repair_surrogates(std::string& text) {
  std::size_t repaired = 0;
  for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
    const Half half = half_at(text, at);
    if (half == Half::High && half_at(text, at + 6) == Half::Low) {
      at += 12;
    } else if (half != Half::None) {
      text.replace(at, 6, "\\ufffd");
      ++repaired;
      at += 6;
    } else {
      at += 2;  // past what is escaped, which may be a backslash itself
    }
  }
  return repaired;
}

}  // namespace morgue
