// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/meta_tags.h"

#include "common/text/ascii.h"
#include "indexer/readers/html/linked_data.h"

namespace morgue::html {

MetaTags::MetaTags(const Page& page) {
  for (NodeNo no = 0; no < page.size(); ++no) {
    if (page[no].tag == Tag::Link && canonical_.empty() &&
        lower_ascii(page.attribute(no, "rel")) == "canonical") {
      canonical_ = page.attribute(no, "href");
    }
    if (page[no].tag != Tag::Meta) continue;
    const std::string content = plain_text(page.attribute(no, "content"));
    if (content.empty()) continue;
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = lower_ascii(page.attribute(no, key));
      if (!name.empty()) contents_[name].push_back(content);
    }
  }
}

std::string MetaTags::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto found = contents_.find(std::string(name));
    if (found != contents_.end()) return found->second.front();
  }
  return {};
}

std::vector<std::string> MetaTags::all(std::string_view name) const {
  const auto found = contents_.find(std::string(name));
  return found == contents_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace morgue::html
