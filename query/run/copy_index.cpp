// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/copy_index.h"

#include <algorithm>
#include <optional>

namespace morgue {
namespace {

/// Where a segment stands among those that were joined.
std::optional<std::size_t> place_of(const std::string& uuid,
                                    const std::vector<std::string>& uuids) {
  const auto found = std::find(uuids.begin(), uuids.end(), uuid);
  if (found == uuids.end()) return std::nullopt;
  return static_cast<std::size_t>(found - uuids.begin());
}

}  // namespace

CopyIndex::CopyIndex(const std::vector<ArchiveReader>& archives,
                     const std::vector<std::string>& uuids) {
  members_.segments.resize(uuids.size());
  for (const ArchiveReader& archive : archives) add_archive(archive, uuids);
}

void CopyIndex::add_archive(const ArchiveReader& archive, const std::vector<std::string>& uuids) {
  const CopyGroups copies = archive.copy_groups();
  std::vector<std::optional<std::size_t>> places;
  for (const std::string& id : copies.segments) {
    places.emplace_back();
    for (const OpenSegment& segment : archive.segments()) {
      if (segment.info.id == id) places.back() = place_of(segment.database.get_uuid(), uuids);
    }
  }
  for (const auto& members : copies.groups) {
    Group group;
    for (const CopyMember& member : members) {
      const auto place = places[member.segment];
      if (!place) continue;
      const Xapian::docid article = JoinedNumber::of(*place, member.document, uuids.size());
      const auto next = static_cast<std::uint32_t>(groups_.size());
      if (!group_of_.emplace(article, next).second) continue;
      group.push_back(article);
      members_.segments[*place].add(member.document);
    }
    if (!group.empty()) groups_.push_back(std::move(group));
  }
}

const CopyIndex::Group* CopyIndex::group_of(Xapian::docid article) const {
  const auto found = group_of_.find(article);
  return found == group_of_.end() ? nullptr : &groups_[found->second];
}

}  // namespace morgue
