// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a page besides the article.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/html/page.h"

namespace morgue::html {

/// What the name of an element, its class and its id say it is.
enum class Hint : unsigned char {
  None,
  Article,  ///< "article-body", itemprop=articleBody: the text of an article
  Clutter,  ///< a menu, comments, related links, a caption, a share bar…
};

/// Words are told apart by case and punctuation: "relatedLinks", "related-links".
Hint hint_of(const Page& page, NodeNo no);

/// Whether nobody sees the element: by its kind, an attribute, or its style.
bool is_hidden(const Page& page, NodeNo no);

}  // namespace morgue::html
