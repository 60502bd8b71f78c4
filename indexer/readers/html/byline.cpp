// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/byline.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/byline.h"
#include "indexer/readers/html/clutter.h"
#include "indexer/readers/html/title.h"

namespace morgue::html {
namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestByline = 200;

bool is_name(std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestName) return false;
  if (text.find("://") != text.npos || text.find('@') != text.npos) return false;
  if (text.find("www.") != text.npos || text.find("/") == 0) return false;
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  return digits <= 1 && !letters_of(text).empty();
}

bool is_author_element(const Page& page, NodeNo no) {
  const auto has_word = [&](std::string_view names) {
    const std::string lower = lower_ascii(names);
    return lower.find("byline") != lower.npos || lower.find("author") != lower.npos ||
           lower.find("autor") != lower.npos;
  };
  return page.attribute(no, "rel") == "author" || page.attribute(no, "itemprop") == "author" ||
         has_word(page.attribute(no, "class")) || has_word(page.attribute(no, "id"));
}

}  // namespace

std::vector<std::string> names_in(std::string_view byline) {
  std::vector<std::string> names = authors_of(byline);
  std::erase_if(names, [](const std::string& name) { return !is_name(name); });
  return names;
}

std::vector<std::string> find_byline(const Page& page) {
  std::vector<std::string> names;
  for (NodeNo no = 0; no < page.size();) {
    const Node& node = page[no];
    if (node.tag == Tag::Text || node.tag == Tag::Body || node.tag == Tag::Html ||
        !is_author_element(page, no)) {
      no = is_hidden(page, no) && node.tag != Tag::Text ? node.end : no + 1;
      continue;
    }
    const std::string text = page.text_of(no);
    if (text.empty() || text.size() > kLongestByline) {
      ++no;
      continue;
    }
    for (std::string& name : names_in(text)) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (!names.empty()) return names;
    no = node.end;
  }
  return names;
}

}  // namespace morgue::html
