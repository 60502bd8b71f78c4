// SPDX-License-Identifier: GPL-3.0-or-later
// NITF, the News Industry Text Format: https://iptc.org/standards/nitf/
#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "indexer/readers/html/page_limits.h"
#include "indexer/record.h"

namespace morgue::xml {

/// What a <nitf> element says of its article.
struct NitfArticle {
  std::string id, title, date, source, lang, dateline, section, body;
  std::vector<std::string> authors;
  std::vector<std::string> keywords;
};

NitfArticle read_nitf(pugi::xml_node nitf, const html::PageLimits& limits);

std::vector<RawField> fields_of(const NitfArticle& article);

}  // namespace morgue::xml
