// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/metadata.h"

namespace morgue::html {

Metadata read_metadata(const Page& page) {
  Metadata metadata;
  for (NodeNo no = 0; no < page.size(); ++no) {
    if (page[no].tag == Tag::Title && metadata.title.empty()) metadata.title = page.text_of(no);
  }
  return metadata;
}

}  // namespace morgue::html
