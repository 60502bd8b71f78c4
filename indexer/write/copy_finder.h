// SPDX-License-Identifier: GPL-3.0-or-later
// The copies among the live articles of an archive.
#pragma once

#include <string>

#include <xapian.h>

#include "common/index/copy_groups.h"
#include "common/index/hidden.h"
#include "indexer/copies/find_copies.h"

namespace morgue {

/// Takes the sketches of segments. The groups do not depend on how articles are spread over them.
/// Memory: about 400 bytes for each live article.
class CopyFinder {
 public:
  /// Throws Xapian::Error, and IndexError when a sketch is damaged. Articles without a sketch have
  /// no copies.
  void add(const std::string& id, const Xapian::Database& segment, const HiddenDocuments& hidden);

  CopyGroups find() const;

 private:
  SketchList sketches_;
  std::vector<CopyMember> members_;  ///< by number in sketches_
  std::vector<std::string> segments_;
};

}  // namespace morgue
