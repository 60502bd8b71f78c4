// SPDX-License-Identifier: GPL-3.0-or-later
// What a page states about its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page.h"

namespace morgue::html {

/// A date as the page writes it, and where.
struct StatedDate {
  std::string text;
  std::string found_in;  ///< "json-ld datePublished", "meta article:published_time", "time"…
};

struct Metadata {
  std::string title;                 ///< without the name of the outlet at its end
  std::vector<StatedDate> dates;     ///< of publication; the most reliable first
  std::vector<StatedDate> in_text;   ///< in elements that by their class show a date
  std::vector<std::string> authors;  ///< names, each once
  std::string outlet;                ///< its name, or else the host of the address
  std::string section;
  std::string lang;
  std::string url;  ///< the canonical one
  std::string description;
  std::string stated_body;  ///< the text in the linked data
};

/// Reads JSON-LD, OpenGraph and its article: names, Dublin Core, microdata, what measuring services
/// want, and last what the page shows: <h1>, <time>, bylines.
Metadata read_metadata(const Page& page);

}  // namespace morgue::html
