// SPDX-License-Identifier: GPL-3.0-or-later
// Who wrote an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page.h"

namespace morgue::html {

/// The names in a byline: "By Ada Moss and Ben Ito | 5 March" gives two. No addresses, links or
/// names longer than names are.
std::vector<std::string> names_in(std::string_view byline);

/// The names in the first element that says it holds them: by rel=author, itemprop=author, or a
/// class such as "byline".
std::vector<std::string> find_byline(const Page& page);

}  // namespace morgue::html
