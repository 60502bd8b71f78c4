// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/rejects_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "common/base/index_error.h"

namespace morgue {

std::string rejects_path(const ArchivePaths& paths, std::string started) {
  std::erase(started, ':');
  return (paths.rejects() / (started + ".jsonl")).string();
}

RejectsFile::RejectsFile(std::string path) : path_(std::move(path)) {}

void RejectsFile::write(const std::vector<RejectLine>& rejects) {
  if (!file_) {
    file_.reset(std::fopen(path_.c_str(), "w"));
    if (!file_) fail();
  }
  for (const RejectLine& reject : rejects) {
    const std::string line = encode_reject(reject);
    if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) fail();
  }
  std::fflush(file_.get());
}

void RejectsFile::fail() const {
  throw IndexError(ExitCode::Usage, path_ +
                                        ": cannot write the rejects file: " + std::strerror(errno) +
                                        "; choose another with --rejects FILE");
}

}  // namespace morgue
