// SPDX-License-Identifier: GPL-3.0-or-later
// One value of many articles, read in the order of the archive.
#pragma once

#include <string>

#include <xapian.h>

#include "common/index/schema.h"

namespace morgue {

/// Asked for articles in ascending order, it reads each block of the archive once, where a document
/// of its own for each article is looked up anew. Any order works. Single-threaded.
class SlotValues {
 public:
  SlotValues(const Xapian::Database& database, Slot slot);

  /// Empty when it has none.
  std::string of(Xapian::docid article);

 private:
  Xapian::Database database_;
  Xapian::valueno slot_;
  Xapian::ValueIterator at_;
  Xapian::docid last_ = 0;
};

}  // namespace morgue
