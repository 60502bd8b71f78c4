// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/segment_writer.h"

namespace morgue {
namespace {

Xapian::WritableDatabase create(const std::filesystem::path& database) {
  std::filesystem::create_directories(database.parent_path());
  // No termlists: nothing edits a segment, and they are near half of the work. No sync: a segment
  // counts only once it is published, and publishing syncs it.
  constexpr int kFlags =
      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC;
  return Xapian::WritableDatabase(database.string(), kFlags);
}

}  // namespace

SegmentWriter::SegmentWriter(const std::filesystem::path& database) : database_(create(database)) {}

void SegmentWriter::finish() {
  database_.commit();
  database_.close();
}

}  // namespace morgue
