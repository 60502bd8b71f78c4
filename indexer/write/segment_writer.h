// SPDX-License-Identifier: GPL-3.0-or-later
// One segment's database while it is being written.
#pragma once

#include <filesystem>

#include <xapian.h>

namespace morgue {

/// Used by one thread. What is not finished is worthless and is cleared away by the next run.
class SegmentWriter {
 public:
  /// `database` must not exist yet; its folder is made. Throws Xapian::Error.
  explicit SegmentWriter(const std::filesystem::path& database);

  /// Numbers documents from 1 in the order they come.
  Xapian::docid add(const Xapian::Document& document) { return database_.add_document(document); }

  Xapian::doccount documents() const { return database_.get_doccount(); }

  /// Writes everything to files (which the publisher syncs).
  void finish();

 private:
  Xapian::WritableDatabase database_;
};

}  // namespace morgue
