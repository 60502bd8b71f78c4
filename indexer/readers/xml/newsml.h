// SPDX-License-Identifier: GPL-3.0-or-later
// NewsML-G2 and NewsML 1.x: https://iptc.org/standards/newsml-g2/,
// https://iptc.org/standards/newsml-1/
#pragma once

#include <vector>

#include <pugixml.hpp>

#include "indexer/readers/html/page_limits.h"
#include "indexer/record.h"

namespace morgue::xml {

/// The <newsItem> elements of a NewsML-G2 document, which may be one itself.
std::vector<pugi::xml_node> g2_items(pugi::xml_node root);
/// Without "body" for an item that is a picture, a film, or a package of others.
std::vector<RawField> read_g2_item(pugi::xml_node item, const html::PageLimits& limits);

/// The same of NewsML 1.x: its <NewsItem> elements.
std::vector<pugi::xml_node> newsml1_items(pugi::xml_node root);
std::vector<RawField> read_newsml1_item(pugi::xml_node item, const html::PageLimits& limits);

}  // namespace morgue::xml
