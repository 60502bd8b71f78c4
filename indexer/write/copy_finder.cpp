// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/copy_finder.h"

#include <string_view>

#include <xxhash.h>

#include "common/index/schema.h"
#include "common/index/value.h"

namespace morgue {
namespace {

constexpr Xapian::valueno number_of(Slot slot) { return slot_number(slot); }

/// The values of one slot, read beside another in the order of documents.
class ValueColumn {
 public:
  ValueColumn(const Xapian::Database& database, Slot slot)
      : at_(database.valuestream_begin(number_of(slot))),
        end_(database.valuestream_end(number_of(slot))) {}

  /// Empty where the document has none. Documents ascend.
  std::string value(Xapian::docid document) {
    if (at_ == end_) return {};
    at_.skip_to(document);
    return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_, end_;
};

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

void CopyFinder::add(const std::string& id, const Xapian::Database& segment,
                     const HiddenDocuments& hidden) {
  const auto number = static_cast<std::uint32_t>(segments_.size());
  segments_.push_back(id);
  ValueColumn days(segment, Slot::FirstDay);
  ValueColumn outlets(segment, Slot::Source);
  ValueColumn ids(segment, Slot::NewestThenId);
  const auto end = segment.valuestream_end(number_of(Slot::Sketch));
  for (auto it = segment.valuestream_begin(number_of(Slot::Sketch)); it != end; ++it) {
    const Xapian::docid document = it.get_docid();
    if (hidden.contains(document)) continue;
    Publication publication;
    const std::string day = days.value(document);
    if (!day.empty()) publication.day = decode_day(day);
    const std::string outlet = outlets.value(document);
    if (!outlet.empty()) publication.outlet = hash_of(outlet);
    sketches_.add(publication, hash_of(ids.value(document)), decode_sketch(*it));
    members_.push_back({number, document});
  }
}

CopyGroups CopyFinder::find() const {
  CopyGroups found;
  found.segments = segments_;
  for (const Copies& copies : find_copies(sketches_)) {
    auto& group = found.groups.emplace_back();
    for (const std::uint32_t article : copies) group.push_back(members_[article]);
  }
  return found;
}

}  // namespace morgue
