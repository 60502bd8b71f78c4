// SPDX-License-Identifier: GPL-3.0-or-later
// The <meta> and <link> elements of a page.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/readers/html/page.h"

namespace morgue::html {

class MetaTags {
 public:
  explicit MetaTags(const Page& page);

  /// The first content that is not empty, asked for by names in lower case, whichever of the
  /// attributes property, name, itemprop and http-equiv bears them.
  std::string first(std::initializer_list<std::string_view> names) const;

  /// All contents of a name.
  std::vector<std::string> all(std::string_view name) const;

  /// Where <link rel=canonical> leads.
  const std::string& canonical() const { return canonical_; }

 private:
  std::unordered_map<std::string, std::vector<std::string>> contents_;
  std::string canonical_;
};

}  // namespace morgue::html
