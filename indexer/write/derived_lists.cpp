// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/derived_lists.h"

#include <cstdint>
#include <cstdio>
#include <vector>

#include <xapian.h>

#include "common/index/copy_groups.h"
#include "common/index/name_links.h"
#include "indexer/entities/names/link_names.h"
#include "indexer/write/copy_finder.h"
#include "indexer/write/name_counter.h"

namespace morgue {
namespace {

/// Calls `use(id, database, hidden)` for each segment of a generation.
template <class Use>
void for_each_segment(const ArchivePaths& paths, const HiddenBySegment& hidden,
                      const Manifest& next, Use use) {
  for (const SegmentInfo& segment : next.segments) {
    const auto known = hidden.find(segment.id);
    use(segment.id, Xapian::Database(paths.database(segment.id).string()),
        known == hidden.end() ? HiddenDocuments() : known->second);
  }
}

}  // namespace

std::string numbered(std::string_view stem, std::uint64_t number) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "%06llu", static_cast<unsigned long long>(number));
  return std::string(stem) + digits;
}

void write_name_list(const ArchivePaths& paths, const HiddenBySegment& hidden, Manifest& next) {
  next.names_file.clear();
  if (!next.link_names) return;
  NameCounter counter;
  for_each_segment(paths, hidden, next,
                   [&](const std::string&, const Xapian::Database& segment,
                       const HiddenDocuments& hidden_here) { counter.add(segment, hidden_here); });
  const std::vector<NameLink> links = link_names(counter.counts());
  if (links.empty()) return;
  next.names_file = numbered("names", next.generation) + ".tsv";
  replace_file(paths.names() / next.names_file, encode_name_links(links));
}

void write_copy_list(const ArchivePaths& paths, const HiddenBySegment& hidden, Manifest& next) {
  next.copies_due = false;
  next.copies_file.clear();
  if (!next.copies) return;
  CopyFinder finder;
  for_each_segment(
      paths, hidden, next,
      [&](const std::string& id, const Xapian::Database& segment,
          const HiddenDocuments& hidden_here) { finder.add(id, segment, hidden_here); });
  const CopyGroups copies = finder.find();
  if (copies.groups.empty()) return;
  next.copies_file = numbered("copies", next.generation);
  replace_file(paths.copies() / next.copies_file, encode_copy_groups(copies));
}

void write_boilerplate_list(const ArchivePaths& paths, const BoilerplateList& boilerplate,
                            Manifest& next) {
  next.boilerplate_due = false;
  next.boilerplate_file.clear();
  if (boilerplate.keys.empty()) return;
  next.boilerplate_file = numbered("boilerplate", next.generation);
  replace_file(paths.boilerplate() / next.boilerplate_file, encode_boilerplate_list(boilerplate));
}

}  // namespace morgue
