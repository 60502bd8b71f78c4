// SPDX-License-Identifier: GPL-3.0-or-later
// RSS 0.9 to 2.0 with RSS 1.0 (RDF), Atom 0.3 and 1.0, and what WordPress exports (RSS with more
// in it). https://www.rssboard.org/rss-specification, RFC 4287.
#pragma once

#include <vector>

#include <pugixml.hpp>

#include "indexer/readers/html/page_limits.h"
#include "indexer/record.h"

namespace morgue::xml {

/// The items or entries of a feed, in its order. Pages, pictures and drafts of a WordPress export
/// are passed over.
std::vector<pugi::xml_node> feed_items(pugi::xml_node root);

/// The fields of one of them. A body is the whole text where the feed has it, else what it says of
/// it.
std::vector<RawField> read_feed_item(pugi::xml_node root, pugi::xml_node item,
                                     const html::PageLimits& limits);

}  // namespace morgue::xml
