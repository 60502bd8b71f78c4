// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/declared_charset.h"

#include <algorithm>

#include "common/text/ascii.h"

namespace morgue::html {
namespace {

/// Browsers look at the first 1024 bytes; sites put scripts before the declaration all the same.
constexpr std::size_t kHeadBytes = 16'384;

// What stands behind `name` and "=", with or without quotes, in a tag.
std::string value_behind(std::string_view tag, std::string_view name) {
  constexpr std::string_view kSpaces = " \t\r\n\f";
  for (std::size_t at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1)) {
    std::size_t begin = tag.find_first_not_of(kSpaces, at + name.size());
    if (begin == tag.npos || tag[begin] != '=') continue;
    begin = tag.find_first_not_of(" \t\r\n\f\"'", begin + 1);
    if (begin == tag.npos) return {};
    const std::size_t end = std::min(tag.find_first_of(" \t\r\n\f\"';/>?", begin), tag.size());
    return std::string(tag.substr(begin, end - begin));
  }
  return {};
}

}  // namespace

std::string declared_charset(std::string_view html) {
  const std::string head = lower_ascii(html.substr(0, kHeadBytes));
  const std::string_view text = head;
  for (std::size_t at = text.find("<meta"); at != text.npos; at = text.find("<meta", at + 1)) {
    const std::string_view tag = text.substr(at, text.find('>', at) - at);
    if (std::string label = value_behind(tag, "charset"); !label.empty()) return label;
  }
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos || !text.substr(begin).starts_with("<?xml")) return {};
  return value_behind(text.substr(begin, text.find('>', begin) - begin), "encoding");
}

}  // namespace morgue::html
