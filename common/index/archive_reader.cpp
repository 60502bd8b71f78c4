// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/archive_reader.h"

#include <exception>
#include <utility>

#include "common/base/index_error.h"
#include "common/index/term.h"

namespace morgue {
namespace {

HiddenBySegment read_hidden(const ArchivePaths& paths, const Manifest& manifest) {
  if (manifest.hidden_file.empty()) return {};
  return decode_hidden(read_file(paths.hidden() / manifest.hidden_file));
}

OpenSegment open_segment(const ArchivePaths& paths, const SegmentInfo& info,
                         HiddenBySegment& hidden) {
  OpenSegment segment{info, Xapian::Database(paths.database(info.id).string()), {}, {}};
  segment.columns = Columns::open(paths.columns(info.id), segment.database);
  if (const auto it = hidden.find(info.id); it != hidden.end()) {
    segment.hidden = std::move(it->second);
  }
  if (segment.database.get_doccount() != info.documents) {
    throw IndexError(ExitCode::Archive,
                     paths.segment(info.id).string() + ": holds " +
                         std::to_string(segment.database.get_doccount()) +
                         " articles where the manifest says " + std::to_string(info.documents) +
                         "; find out more with: morgue-index check " + paths.root.string());
  }
  return segment;
}

std::vector<OpenSegment> open_segments(const ArchivePaths& paths, const Manifest& manifest) {
  HiddenBySegment hidden = read_hidden(paths, manifest);
  std::vector<OpenSegment> segments;
  segments.reserve(manifest.segments.size());
  for (const SegmentInfo& info : manifest.segments) {
    segments.push_back(open_segment(paths, info, hidden));
  }
  return segments;
}

}  // namespace

ArchiveReader ArchiveReader::open(const ArchivePaths& archive) {
  ArchiveReader reader;
  reader.paths_ = archive;
  reader.manifest_ = read_manifest(archive);
  // A writer may publish, and clear away a segment while we open it: some of its files may be gone
  // then, and the engine takes a missing table of positions for an empty one. So what was opened
  // counts only if the manifest is still the same afterwards. Damage is what fails with the same.
  for (;;) {
    std::exception_ptr failure;
    try {
      reader.segments_ =
          guard_engine(archive, [&] { return open_segments(archive, reader.manifest_); });
      const std::string& names = reader.manifest_.names_file;
      reader.name_links_ = names.empty() ? "" : read_file(archive.names() / names);
      const std::string& copies = reader.manifest_.copies_file;
      reader.copy_groups_ = copies.empty() ? "" : read_file(archive.copies() / copies);
      const std::string& boilerplate = reader.manifest_.boilerplate_file;
      reader.boilerplate_ =
          boilerplate.empty() ? "" : read_file(archive.boilerplate() / boilerplate);
    } catch (const IndexError&) {
      failure = std::current_exception();
    }
    Manifest now = read_manifest(archive);
    if (now.generation == reader.manifest_.generation) {
      if (failure) std::rethrow_exception(failure);
      return reader;
    }
    reader.manifest_ = std::move(now);
  }
}

std::vector<NameLink> ArchiveReader::name_links() const {
  if (name_links_.empty()) return {};
  return decode_name_links(name_links_);
}

CopyGroups ArchiveReader::copy_groups() const {
  if (copy_groups_.empty()) return {};
  return decode_copy_groups(copy_groups_);
}

BoilerplateList ArchiveReader::boilerplate_list() const {
  if (boilerplate_.empty()) return {};
  return decode_boilerplate_list(boilerplate_);
}

std::optional<DocumentPlace> ArchiveReader::find(std::string_view id) const {
  return guard_engine(paths_, [&]() -> std::optional<DocumentPlace> {
    const std::string term = id_term(id);
    for (std::size_t i = segments_.size(); i-- > 0;) {
      const OpenSegment& segment = segments_[i];
      const auto end = segment.database.postlist_end(term);
      for (auto it = segment.database.postlist_begin(term); it != end; ++it) {
        if (!segment.hidden.contains(*it)) return DocumentPlace{i, *it};
      }
    }
    return std::nullopt;
  });
}

void rethrow_engine_error(const std::string& archive, const Xapian::Error& error) {
  const char* cause = error.get_error_string();  // of the system: "No space left on device"
  throw IndexError(
      ExitCode::Archive,
      archive + ": " + error.get_msg() + (cause == nullptr ? "" : std::string(": ") + cause) +
          " (" + error.get_type() + "); check the archive with: morgue-index check " + archive);
}

}  // namespace morgue
