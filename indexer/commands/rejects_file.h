// SPDX-License-Identifier: GPL-3.0-or-later
// The file that lists what could not be used.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "common/index/archive_files.h"
#include "indexer/report.h"

namespace morgue {

/// Where a run that started then lists its rejects, if it is not told otherwise.
std::string rejects_path(const ArchivePaths& paths, std::string started);

/// Made when the first reject comes, so that a run without rejects leaves no file.
class RejectsFile {
 public:
  explicit RejectsFile(std::string path);

  /// Throws IndexError (ExitCode::Usage).
  void write(const std::vector<RejectLine>& rejects);

  bool written() const { return file_ != nullptr; }
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  [[noreturn]] void fail() const;

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace morgue
