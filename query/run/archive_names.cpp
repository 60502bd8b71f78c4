// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/archive_names.h"

#include <map>
#include <string>
#include <utility>

#include "common/base/index_error.h"
#include "query/entities/corrections.h"

namespace morgue {
namespace {

template <class Value>
Value or_throw(Result<Value> result) {
  if (!result) throw IndexError(ExitCode::Usage, result.error().message);
  return std::move(*result);
}

/// Corrections of one archive hold in all: their results are shown as one.
Corrections corrections_of(const std::vector<ArchiveReader>& archives) {
  Corrections all;
  for (const ArchiveReader& archive : archives) {
    const Corrections own =
        or_throw(read_corrections(archive.paths().aliases(), archive.paths().rejected_names()));
    all.aliases.insert(all.aliases.end(), own.aliases.begin(), own.aliases.end());
    all.rejects.insert(all.rejects.end(), own.rejects.begin(), own.rejects.end());
  }
  return all;
}

/// A name that two archives take for different ones stands for itself.
LinkedNames links_of(const std::vector<ArchiveReader>& archives) {
  if (archives.size() == 1) return LinkedNames(archives.front().name_links());
  std::map<Name, std::string> links;
  for (const ArchiveReader& archive : archives) {
    for (NameLink& link : archive.name_links()) {
      const auto [known, is_new] = links.try_emplace(link.stored, link.shown);
      if (!is_new && known->second != link.shown) known->second = link.stored.text;
    }
  }
  std::vector<NameLink> agreed;
  for (const auto& [stored, shown] : links) {
    // What one archive shows, another may take for a third name.
    const auto next = links.find({stored.kind, shown});
    const bool leads_on = next != links.end() && next->second != shown;
    if (!leads_on) agreed.push_back({stored, shown});
  }
  return LinkedNames(std::move(agreed));
}

}  // namespace

NamesOnDemand names_of(const std::vector<ArchiveReader>& archives) {
  const Corrections corrections = corrections_of(archives);
  const bool corrected = !or_throw(NameTable::make(corrections, {})).empty();
  bool linked = false;
  for (const ArchiveReader& archive : archives) {
    linked = linked || !archive.manifest().names_file.empty();
  }
  if (!corrected && !linked) return {};
  return NamesOnDemand([corrections, archives] {
    return or_throw(NameTable::make(corrections, links_of(archives)));
  });
}

}  // namespace morgue
