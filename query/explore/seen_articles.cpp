// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/seen_articles.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/base/index_error.h"
#include "common/index/archive_files.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

/// An id on a line of its own.
std::string escaped(std::string_view id) {
  std::string line;
  for (const char c : id) {
    if (c == '\\') line += "\\\\";
    if (c == '\n') line += "\\n";
    if (c != '\\' && c != '\n') line += c;
  }
  return line;
}

std::string unescaped(std::string_view line) {
  std::string id;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool sign = line[i] == '\\' && i + 1 < line.size();
    if (sign) ++i;
    id += sign && line[i] == 'n' ? '\n' : line[i];
  }
  return id;
}

}  // namespace

SeenArticles::SeenArticles(fs::path file) : file_(std::move(file)) {
  std::error_code ignored;
  fs::create_directories(file_.parent_path(), ignored);
  const fs::path lock = file_.string() + ".lock";
  lock_ = ::open(lock.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
  if (lock_ < 0 || ::flock(lock_, LOCK_EX) != 0) {
    throw IndexError(ExitCode::Archive, lock.string() +
                                            ": cannot be written: " + std::strerror(errno) +
                                            "; an alert needs to write to its archive");
  }
  if (!fs::exists(file_)) return;
  is_first_run_ = false;
  const std::string text = read_file(file_);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) ids_.insert(unescaped(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

SeenArticles::~SeenArticles() {
  if (lock_ >= 0) ::close(lock_);
}

void SeenArticles::save() const {
  std::vector<std::string> lines;
  for (const std::string& id : ids_) lines.push_back(escaped(id));
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  replace_file(file_, text);
}

}  // namespace morgue
