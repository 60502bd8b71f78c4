// SPDX-License-Identifier: GPL-3.0-or-later
// An archive's folder: names, the lock, and writing so that a crash leaves the old or the new.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "common/index/manifest.h"

namespace morgue {

/// Where things are in NAME.morgue/.
struct ArchivePaths {
  std::filesystem::path root;

  std::filesystem::path manifest() const { return root / "manifest.json"; }
  std::filesystem::path lock() const { return root / "lock"; }
  std::filesystem::path segments() const { return root / "segments"; }
  std::filesystem::path segment(std::string_view id) const { return segments() / id; }
  std::filesystem::path database(std::string_view id) const { return segment(id) / "xapian"; }
  std::filesystem::path columns(std::string_view id) const { return segment(id) / "columns"; }
  std::filesystem::path hidden() const { return root / "hidden"; }
  std::filesystem::path names() const { return root / "names"; }
  std::filesystem::path copies() const { return root / "copies"; }
  std::filesystem::path boilerplate() const { return root / "boilerplate"; }
  std::filesystem::path runs() const { return root / "runs"; }
  std::filesystem::path rejects() const { return root / "rejects"; }
  std::filesystem::path watch_lists() const { return root / "watch-lists"; }
  std::filesystem::path watch_list(std::string_view checksum) const {
    return watch_lists() / (std::string(checksum) + ".csv");
  }
  std::filesystem::path queries() const { return root / "queries.tsv"; }         ///< the user's own
  std::filesystem::path aliases() const { return root / "aliases.tsv"; }         ///< the user's own
  std::filesystem::path rejected_names() const { return root / "rejects.tsv"; }  ///< the user's
};

/// The manifest of an archive. Throws IndexError (ExitCode::Archive) when there is none, with what
/// to type to make or find one.
Manifest read_manifest(const ArchivePaths& archive);

/// A whole file; throws IndexError (ExitCode::Archive) when it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// Writes beside, syncs, renames over, syncs the folder: a reader, or a crash, sees the old file or
/// the new one.
void replace_file(const std::filesystem::path& path, std::string_view content);

/// Forces a file, or the entries of a folder, to the disk.
void sync_path(const std::filesystem::path& path);

/// The same for a folder and everything below it.
void sync_tree(const std::filesystem::path& path);

/// The right to write to an archive; held by one process at a time, given back when it ends.
class ArchiveLock {
 public:
  /// Throws IndexError (ExitCode::Locked), naming the process that holds it.
  explicit ArchiveLock(const ArchivePaths& archive);
  ~ArchiveLock();
  ArchiveLock(ArchiveLock&& other) noexcept;
  ArchiveLock& operator=(ArchiveLock&&) = delete;

 private:
  int file_ = -1;
};

}  // namespace morgue
