// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says of its article in JSON-LD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page.h"

namespace morgue::html {

struct LinkedArticle {
  std::string headline;
  std::string published;  ///< datePublished, or else dateCreated
  std::vector<std::string> authors;
  std::string publisher;
  std::string section;
  std::string lang;
  std::string url;
  std::string description;
  std::string body;
};

/// The first object of a type such as NewsArticle, BlogPosting or Report in the scripts of type
/// application/ld+json that states most; all empty when there is none. Objects may stand in arrays,
/// in @graph, or within others, and refer to each other by @id. JSON with line feeds in strings,
/// comments around it or commas before brackets is read all the same; a script that cannot be read
/// is passed over.
LinkedArticle read_linked_data(const Page& page);

/// Text in which entities and tags are written as in HTML, without them.
std::string plain_text(std::string_view html);

}  // namespace morgue::html
