// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/document_title.h"

#include <algorithm>

#include "common/text/fold.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kNear = 2000;

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace

std::string take_title(std::string_view& text, std::string_view stated) {
  stated = trimmed(stated);
  const std::string begin = fold(one_line(text.substr(0, kNear)));
  const std::size_t end = std::min(text.find("\n\n"), text.size());
  const std::string_view first = trimmed(text.substr(0, end));
  const std::string_view rest = trimmed(text.substr(end));
  const bool is_stated = !stated.empty() && begin.find(fold(stated)) != begin.npos;
  const std::string paragraph = one_line(first);
  if (first.size() <= kLongestTitle && !rest.empty() &&
      (!is_stated || fold(paragraph) == fold(stated))) {
    text = rest;
    return paragraph;
  }
  return is_stated ? std::string(stated) : std::string();
}

}  // namespace morgue
