// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles of the open archives are copies of each other.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/index/archive_reader.h"
#include "query/run/article_set.h"

namespace morgue {

/// Numbers are those of the database that joins the segments.
class CopyIndex {
 public:
  /// Articles of one text; the one that stands for all comes first.
  using Group = std::vector<Xapian::docid>;

  /// `uuids` names the segments in the order in which they were joined. A segment that stands in
  /// several archives has the copies of the first. Copies in different archives do not find each
  /// other. Throws IndexError.
  CopyIndex(const std::vector<ArchiveReader>& archives, const std::vector<std::string>& uuids);

  bool empty() const { return groups_.empty(); }

  /// The group of an article; null when it has no copies.
  const Group* group_of(Xapian::docid article) const;

  /// All articles that have copies.
  const ArticleSet& members() const { return members_; }

 private:
  void add_archive(const ArchiveReader& archive, const std::vector<std::string>& uuids);

  std::vector<Group> groups_;
  std::unordered_map<Xapian::docid, std::uint32_t> group_of_;
  ArticleSet members_;
};

}  // namespace morgue
