// SPDX-License-Identifier: GPL-3.0-or-later
// How many live articles have each name.
#pragma once

#include <map>
#include <vector>

#include <xapian.h>

#include "common/index/hidden.h"
#include "indexer/entities/names/link_names.h"

namespace morgue {

/// Adds up the persons, organisations and places of segments. Results do not depend on how
/// articles are spread over segments.
class NameCounter {
 public:
  /// Throws Xapian::Error.
  void add(const Xapian::Database& segment, const HiddenDocuments& hidden);

  /// Names that some live article has, sorted.
  std::vector<NameCount> counts() const;

 private:
  void take_away(const Xapian::Document& article);

  std::map<Name, std::uint64_t> articles_;
};

}  // namespace morgue
