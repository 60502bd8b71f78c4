// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_scan.h"

#include <algorithm>

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

}  // namespace

std::size_t json_value_length(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view("\"{[").find(text.front()) == std::string_view::npos) {
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
  JsonNesting nesting;
  int deepest = 0;
  for (const char byte : text) {
    nesting.take(byte);
    deepest = std::max(deepest, nesting.depth());
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
