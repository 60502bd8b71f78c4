// SPDX-License-Identifier: GPL-3.0-or-later
// The boilerplate among the live articles of an archive, and the articles that do not know of it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/boilerplate_list.h"
#include "common/index/hidden.h"

namespace morgue {

struct FoundBoilerplate {
  std::shared_ptr<const BoilerplateList> list;
  /// Articles built with other paragraphs marked, by segment; never empty.
  std::map<std::string, HiddenDocuments, std::less<>> marked_otherwise;
};

/// What it finds does not depend on how articles are spread over segments.
class BoilerplateFinder {
 public:
  void add(std::string id, Xapian::Database segment, HiddenDocuments hidden) {
    segments_.push_back({std::move(id), std::move(segment), std::move(hidden)});
  }

  /// With `least` 0 nothing is boilerplate (indexer/boilerplate/find_boilerplate.h). Throws
  /// Xapian::Error, and IndexError when a list of paragraphs is damaged.
  FoundBoilerplate find(std::uint64_t least) const;

 private:
  struct Segment {
    std::string id;
    Xapian::Database database;
    HiddenDocuments hidden;
  };

  template <class Use>
  void for_each_article(const Segment& segment, Use use) const;

  std::vector<Segment> segments_;
};

}  // namespace morgue
