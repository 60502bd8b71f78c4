// SPDX-License-Identifier: GPL-3.0-or-later
// Segments built again from the articles they store, without those that are hidden.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "common/document/document_builder.h"
#include "common/index/archive_reader.h"
#include "indexer/entities/entity_setup.h"
#include "indexer/write/segment_writer.h"

namespace morgue {

struct Rewritten {
  std::vector<std::filesystem::path> databases;  ///< in the order of the documents
  std::uint64_t documents = 0;
};

/// One after the other. Needs no source files: a segment keeps whole articles. `new_database` names
/// a path for each part; without `entities` every article keeps its mentions, with them they are
/// found anew, but for those imported, which stay; `tick` is called with the number of articles
/// done.
Rewritten rewrite_segments(std::span<const OpenSegment> segments, const BuildSettings& settings,
                           const EntitySetup* entities, SegmentWriter& writer,
                           const std::function<std::filesystem::path()>& new_database,
                           const std::function<void(std::uint64_t)>& tick);

}  // namespace morgue
