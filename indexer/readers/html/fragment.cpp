// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/fragment.h"

#include "indexer/readers/html/block.h"
#include "indexer/readers/html/page.h"

namespace morgue::html {
namespace {

bool is_within_picture(const Page& page, NodeNo no) {
  for (; no != 0; no = page[no].parent) {
    const Tag tag = page[no].tag;
    if (tag == Tag::Figure || tag == Tag::Figcaption) return true;
  }
  return false;
}

}  // namespace

std::string paragraphs_of(std::string_view markup, const PageLimits& limits) {
  const auto page = Page::parse(markup, limits);
  if (!page) return {};
  std::string text;
  for (const Block& block : blocks_of(*page)) {
    if (block.text.empty() || is_within_picture(*page, block.node)) continue;
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

}  // namespace morgue::html
