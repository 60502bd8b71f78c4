// SPDX-License-Identifier: GPL-3.0-or-later
// The arguments of the command line to the files they stand for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/record.h"

namespace morgue {

/// Path, size and time together tell whether a file is the one read in an earlier run.
struct InputFile {
  std::string path;              ///< "-" is standard input, whose size and time are 0
  std::uint64_t bytes = 0;       ///< 0 for a pipe
  std::int64_t modified_ns = 0;  ///< since 1970-01-01 UTC
};

struct WalkOptions {
  bool follow_links_outside = false;  ///< out of the folders given as arguments
};

/// Walks files and folders in the order of the arguments; inside a folder, entries in byte order.
/// Names found in a folder that begin with "." or end with ".morgue" are left out; what is named as
/// an argument never is. A folder that several links lead to is walked once.
class Walker {
 public:
  explicit Walker(std::vector<std::string> arguments, WalkOptions options = {});

  /// The next file, or nullopt after the last. A RecordError is for one path, and the walk goes on:
  /// "unreadable" (missing, no permission, a link to nothing), "symlink-loop", "symlink-outside",
  /// "not-a-file" (a device, a socket, a pipe inside a folder).
  std::optional<Result<InputFile, RecordError>> next();

 private:
  using Found = Result<InputFile, RecordError>;
  using FolderId = std::pair<std::uint64_t, std::uint64_t>;  ///< device, inode
  struct Pending {
    std::string path;
    bool is_argument = false;
    bool leave_folder = false;  ///< nothing to read: the walk comes back out of `folder`
    FolderId folder;
  };

  std::optional<Found> visit(const Pending& entry);
  std::optional<RecordError> check_link(const std::string& path) const;
  std::optional<Found> enter(const std::string& path, FolderId folder);

  WalkOptions options_;
  std::vector<std::filesystem::path> roots_;  ///< the folders among the arguments, resolved
  std::vector<Pending> pending_;              ///< a stack: the next one is at the back
  std::set<FolderId> walked_;
  std::set<FolderId> open_;  ///< the folders the current one lies in
};

}  // namespace morgue
