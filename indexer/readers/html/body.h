// SPDX-License-Identifier: GPL-3.0-or-later
// The text of the article on a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page.h"

namespace morgue::html {

/// What is known of the article from elsewhere.
struct Body {
  std::string text;        ///< paragraphs parted by a blank line; empty: the page has no article
  std::size_t length = 0;  ///< see Block::length
  NodeNo root = 0;         ///< the element it was taken from
};

/// Finds the element whose paragraphs weigh most against what else stands in it, and takes from it
/// paragraphs, headings, lists and quotations, but no menus, captions, comments or links to other
/// articles.
Body find_body(const Page& page);

}  // namespace morgue::html
