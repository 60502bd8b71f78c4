// SPDX-License-Identifier: GPL-3.0-or-later
// What a page states about its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page.h"

namespace morgue::html {

struct Metadata {
  std::string title;  ///< without the name of the outlet at its end
  std::string date;   ///< as the page writes it; empty when it states none
  std::string date_found_in;         ///< "json-ld datePublished", "meta article:published_time"…
  std::vector<std::string> authors;  ///< names, each once
  std::string outlet;
  std::string section;
  std::string lang;
  std::string url;  ///< the canonical one
  std::string description;
  std::string stated_body;  ///< the text in the linked data
};

Metadata read_metadata(const Page& page);

}  // namespace morgue::html
