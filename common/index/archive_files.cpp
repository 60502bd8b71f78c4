// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/archive_files.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/base/index_error.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string_view what) {
  throw IndexError(ExitCode::Archive,
                   path.string() + ": " + std::string(what) + ": " + std::strerror(errno));
}

void write_all(int file, std::string_view content, const fs::path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path, "cannot write");
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

Manifest read_manifest(const ArchivePaths& archive) {
  std::error_code ignored;
  if (!fs::exists(archive.manifest(), ignored)) {
    const bool folder = fs::exists(archive.root, ignored);
    throw IndexError(
        ExitCode::Archive,
        archive.root.string() +
            (folder ? ": not a Morgue archive (no manifest.json)" : ": no such archive") +
            "; make one with: morgue-index add " + archive.root.string() + " FILES…");
  }
  return decode_manifest(read_file(archive.manifest()), archive.root.string());
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) fail(path, "cannot read");
  std::ostringstream content;
  content << in.rdbuf();
  if (in.bad()) fail(path, "cannot read");
  return std::move(content).str();
}

void replace_file(const fs::path& path, std::string_view content) {
  fs::path beside = path;
  beside += ".new";
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) fail(beside, "cannot write");
  write_all(file, content, beside);
  const int synced = ::fsync(file);
  ::close(file);
  if (synced != 0) fail(beside, "cannot sync to disk");
  if (::rename(beside.c_str(), path.c_str()) != 0) fail(path, "cannot replace");
  sync_path(path.parent_path());
}

void sync_path(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path, "cannot open to sync");
  const int result = ::fsync(file);
  ::close(file);
  if (result != 0) fail(path, "cannot sync to disk");
}

void sync_tree(const fs::path& path) {
  if (fs::is_directory(path)) {
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) sync_tree(entry.path());
  }
  sync_path(path);
}

ArchiveLock::ArchiveLock(const ArchivePaths& archive) {
  const fs::path path = archive.lock();
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) fail(path, "cannot open the lock");
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    char holder[32] = {};
    const ssize_t size = ::read(file_, holder, sizeof holder - 1);
    ::close(file_);
    throw IndexError(ExitCode::Locked,
                     archive.root.string() + ": another process" +
                         (size > 0 ? " (PID " + std::string(holder) + ")" : std::string()) +
                         " is writing to this archive; try again when it has finished");
  }
  const std::string pid = std::to_string(::getpid());
  if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, pid.data(), pid.size(), 0) < 0) {
    fail(path, "cannot write the lock");
  }
}

ArchiveLock::~ArchiveLock() {
  if (file_ < 0) return;
  // The file stays: removing it would let two processes hold locks on two files of one name.
  if (::ftruncate(file_, 0) != 0) errno = 0;
  ::close(file_);
}

ArchiveLock::ArchiveLock(ArchiveLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

}  // namespace morgue
