// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the archive's writer that builds articles again which are in the archive already.
#include <memory>
#include <span>
#include <utility>

#include "common/base/index_error.h"
#include "common/index/schema.h"
#include "indexer/write/archive_writer.h"
#include "indexer/write/boilerplate_finder.h"
#include "indexer/write/merger.h"
#include "indexer/write/rewriter.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

/// When so large a part of the articles is to be built again, their segments are written anew as a
/// whole: hidden articles are a burden. Of all articles and not of those of a segment, so that how
/// many are hidden does not depend on how they are spread.
constexpr std::uint64_t kLargePart = 4;

bool has_whole_lists(const ArchiveReader& archive) {
  try {
    archive.name_links();
    archive.copy_groups();
    archive.boilerplate_list();
    return true;
  } catch (const IndexError&) {
    return false;
  }
}

/// False where articles were built before copies were sought.
bool has_sketches(const OpenSegment& segment) {
  const auto sketches = segment.database.get_value_freq(slot_number(Slot::Sketch));
  return sketches > 0 || segment.info.documents == 0;
}

/// The segment with all articles hidden but these.
OpenSegment only(const OpenSegment& segment, const HiddenDocuments& documents) {
  OpenSegment few = segment;
  few.hidden = {};
  few.hidden.addRange(1, std::uint64_t{segment.database.get_lastdocid()} + 1);
  few.hidden -= documents;
  return few;
}

}  // namespace

void ArchiveWriter::compact(const RunInfo& run, const std::function<void(std::uint64_t)>& tick) {
  rewrite(nullptr, run, tick);
}

void ArchiveWriter::reannotate(const EntitySetup& entities, const RunInfo& run,
                               const std::function<void(std::uint64_t)>& tick) {
  rewrite(&entities, run, tick);
}

/// Null entities: names stay as they are, and so do segments without hidden articles.
void ArchiveWriter::rewrite(const EntitySetup* entities, const RunInfo& run,
                            const std::function<void(std::uint64_t)>& tick) {
  guard_engine(paths_, [&] {
    BoilerplateFinder finder;
    for (const OpenSegment& segment : base_->segments()) {
      finder.add(segment.info.id, segment.database, segment.hidden);
    }
    const FoundBoilerplate found = finder.find(boilerplate_min_);
    boilerplate_ = found.list;
    Manifest next = manifest_;
    std::vector<fs::path> sources;
    std::uint64_t documents = 0;
    std::uint64_t done_before = 0;
    for (const OpenSegment& segment : base_->segments()) {
      const bool is_whole = segment.hidden.isEmpty() && (!copies_ || has_sketches(segment)) &&
                            !found.marked_otherwise.contains(segment.info.id);
      if (entities == nullptr && is_whole) {
        sources.push_back(paths_.database(segment.info.id));
        documents += segment.info.documents;
        continue;
      }
      Rewritten part = rewrite_segments(
          std::span(&segment, 1), build_settings(), entities, *segments_,
          [&] { return new_database(); }, [&](std::uint64_t done) { tick(done_before + done); });
      sources.insert(sources.end(), part.databases.begin(), part.databases.end());
      documents += part.documents;
      done_before += part.documents;
    }
    if (entities == nullptr && done_before == 0 && manifest_.segments.size() < 2 &&
        replacements_->hidden().empty() && !manifest_.copies_due && !manifest_.boilerplate_due &&
        has_whole_lists(*base_)) {
      for (const SegmentInfo& segment : manifest_.segments) add_columns(segment.id);
      return;
    }
    next.segments.clear();
    if (documents > 0) {
      const SegmentInfo info{new_segment_id(), static_cast<std::uint32_t>(documents), 0};
      merge_databases(sources, paths_.database(info.id));
      next.segments.push_back(info);
    }
    write_manifest(std::move(next), {}, run);
  });
}

/// Finds the boilerplate of a generation, and builds again the articles that do not know of it.
void ArchiveWriter::mark_boilerplate(Manifest& next, HiddenBySegment& hidden) {
  std::vector<OpenSegment> segments;
  BoilerplateFinder finder;
  for (const SegmentInfo& info : next.segments) {
    const auto known = hidden.find(info.id);
    segments.push_back({info, Xapian::Database(paths_.database(info.id).string()),
                        known == hidden.end() ? HiddenDocuments() : known->second});
    finder.add(info.id, segments.back().database, segments.back().hidden);
  }
  const FoundBoilerplate found = finder.find(boilerplate_min_);
  boilerplate_ = found.list;
  std::uint64_t live = 0;
  std::uint64_t affected = 0;
  for (const OpenSegment& segment : segments) {
    live += segment.info.documents - segment.hidden.cardinality();
  }
  for (const auto& [id, documents] : found.marked_otherwise) affected += documents.cardinality();
  const bool most = affected * kLargePart >= live;
  const auto rebuild = [&](std::span<const OpenSegment> old) {
    const Rewritten part = rewrite_segments(
        old, build_settings(), nullptr, *segments_, [&] { return new_database(); },
        [](std::uint64_t) {});
    return write_rebuilt(part.databases, part.documents);
  };
  std::vector<OpenSegment> parts;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const OpenSegment& segment = segments[i];
    const auto otherwise = found.marked_otherwise.find(segment.info.id);
    if (otherwise == found.marked_otherwise.end()) continue;
    if (most) {
      hidden.erase(segment.info.id);
      next.segments[i] = rebuild(std::span(&segment, 1));
    } else {
      hidden[segment.info.id] |= otherwise->second;
      parts.push_back(only(segment, otherwise->second));
    }
  }
  if (!parts.empty()) next.segments.push_back(rebuild(parts));
}

SegmentInfo ArchiveWriter::write_rebuilt(const std::vector<fs::path>& parts,
                                         std::uint64_t documents) {
  const SegmentInfo info{new_segment_id(), static_cast<std::uint32_t>(documents), 0};
  const fs::path target = paths_.database(info.id);
  if (parts.size() == 1) {
    fs::create_directories(target.parent_path());
    fs::rename(parts.front(), target);
  } else {
    merge_databases(parts, target);
  }
  std::error_code ignored;
  for (const fs::path& part : parts) fs::remove_all(part.parent_path(), ignored);
  return info;
}

}  // namespace morgue
