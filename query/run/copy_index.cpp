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
      // How the engine numbers the documents of databases that are searched as one.
      const std::size_t number = (member.document - 1) * uuids.size() + *place + 1;
      const auto article = static_cast<Xapian::docid>(number);
      const auto next = static_cast<std::uint32_t>(groups_.size());
      if (!group_of_.emplace(article, next).second) continue;
      group.push_back(article);
      (*members_)[uuids[*place]].add(member.document);
    }
    if (!group.empty()) groups_.push_back(std::move(group));
  }
}

const CopyIndex::Group* CopyIndex::group_of(Xapian::docid article) const {
  const auto found = group_of_.find(article);
  return found == group_of_.end() ? nullptr : &groups_[found->second];
}

std::shared_ptr<const DocumentsByUuid> by_segment(const std::vector<Xapian::docid>& documents,
                                                  const std::vector<std::string>& uuids) {
  auto split = std::make_shared<DocumentsByUuid>();
  for (const Xapian::docid document : documents) {
    const auto place = static_cast<std::size_t>(document - 1) % uuids.size();
    (*split)[uuids[place]].add(static_cast<std::uint32_t>((document - 1) / uuids.size() + 1));
  }
  return split;
}

}  // namespace morgue
