// SPDX-License-Identifier: GPL-3.0-or-later
// One generation of an archive, open for reading.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/archive_files.h"
#include "common/index/boilerplate_list.h"
#include "common/index/columns.h"
#include "common/index/copy_groups.h"
#include "common/index/hidden.h"
#include "common/index/manifest.h"
#include "common/index/name_links.h"

namespace morgue {

struct OpenSegment {
  SegmentInfo info;
  Xapian::Database database;
  HiddenDocuments hidden;
  std::shared_ptr<const Columns> columns = nullptr;  ///< null when there are none
};

/// Which document of which segment.
struct DocumentPlace {
  std::size_t segment = 0;     ///< index into ArchiveReader::segments()
  Xapian::docid document = 0;  ///< local to the segment
};

/// Keeps the generation it opened: what is published later is not seen, and what is replaced later
/// stays readable. Used by one thread.
class ArchiveReader {
 public:
  /// Throws IndexError (ExitCode::Archive) when there is no archive, or it is damaged or of another
  /// version.
  static ArchiveReader open(const ArchivePaths& archive);

  const ArchivePaths& paths() const { return paths_; }
  const Manifest& manifest() const { return manifest_; }
  const std::vector<OpenSegment>& segments() const { return segments_; }

  /// What names count as by the evidence of the whole archive, sorted. Throws IndexError when the
  /// list is damaged.
  std::vector<NameLink> name_links() const;

  /// Which articles are copies of each other. Throws IndexError when the list is damaged.
  CopyGroups copy_groups() const;

  /// Which paragraphs are boilerplate. Throws IndexError when the list is damaged.
  BoilerplateList boilerplate_list() const;

  /// Where the live article of this id is.
  std::optional<DocumentPlace> find(std::string_view id) const;

 private:
  ArchiveReader() = default;

  ArchivePaths paths_;
  Manifest manifest_;
  std::vector<OpenSegment> segments_;
  std::string name_links_;   ///< encoded: most searches need no names
  std::string copy_groups_;  ///< encoded
  std::string boilerplate_;  ///< encoded
};

/// The IndexError an engine exception becomes.
[[noreturn]] void rethrow_engine_error(const std::string& archive, const Xapian::Error& error);

/// Runs `use` and turns what the engine throws into IndexError.
template <class Use>
auto guard_engine(const ArchivePaths& archive, Use use) -> decltype(use()) {
  try {
    return use();
  } catch (const Xapian::Error& error) {
    rethrow_engine_error(archive.root.string(), error);
  }
}

}  // namespace morgue
