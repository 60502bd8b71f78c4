// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/walk.h"

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>

#include <sys/stat.h>

namespace morgue {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanosecondsASecond = 1'000'000'000;

RecordError problem(const std::string& path, std::string code, std::string message) {
  return {{path, 0}, {std::move(code), std::move(message)}};
}

RecordError unreadable(const std::string& path, int error) {
  return problem(path, "unreadable",
                 "cannot be read (" + std::generic_category().message(error) +
                     "); check the path and its permissions");
}

RecordError loop(const std::string& path) {
  return problem(path, "symlink-loop",
                 "is a link that leads back to itself; it is left out, its folder is read once");
}

bool is_left_out(std::string_view name) {
  return name.starts_with('.') || name.ends_with(".morgue");
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

InputFile describe(const std::string& path, const struct stat& status) {
  return {path, static_cast<std::uint64_t>(status.st_size),
          status.st_mtim.tv_sec * kNanosecondsASecond + status.st_mtim.tv_nsec};
}

}  // namespace

Walker::Walker(std::vector<std::string> arguments, WalkOptions options) : options_(options) {
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument != "-" && fs::is_directory(argument, error)) {
      roots_.push_back(fs::canonical(argument, error));
    }
  }
  for (auto argument = arguments.rbegin(); argument != arguments.rend(); ++argument) {
    pending_.push_back({std::move(*argument), true, false, {}});
  }
}

std::optional<Result<InputFile, RecordError>> Walker::next() {
  while (!pending_.empty()) {
    const Pending entry = std::move(pending_.back());
    pending_.pop_back();
    if (auto found = visit(entry)) return found;
  }
  return std::nullopt;
}

std::optional<Walker::Found> Walker::visit(const Pending& entry) {
  if (entry.leave_folder) {
    open_.erase(entry.folder);
    return std::nullopt;
  }
  if (entry.path == "-" && entry.is_argument) return InputFile{"-", 0, 0};
  struct stat status {};
  if (::stat(entry.path.c_str(), &status) != 0) {
    return errno == ELOOP ? loop(entry.path) : unreadable(entry.path, errno);
  }
  if (!entry.is_argument) {
    if (auto bad_link = check_link(entry.path)) return *std::move(bad_link);
  }
  if (S_ISDIR(status.st_mode)) return enter(entry.path, {status.st_dev, status.st_ino});
  const bool is_pipe = S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode);
  if (S_ISREG(status.st_mode) || (is_pipe && entry.is_argument)) {
    return describe(entry.path, status);
  }
  return problem(entry.path, "not-a-file",
                 "is a device, pipe or socket and is left out; a pipe can be named as an argument");
}

std::optional<RecordError> Walker::check_link(const std::string& path) const {
  std::error_code error;
  if (options_.follow_links_outside || !fs::is_symlink(fs::symlink_status(path, error))) {
    return std::nullopt;
  }
  const fs::path target = fs::canonical(path, error);
  if (error) return unreadable(path, error.value());
  const bool inside = std::any_of(roots_.begin(), roots_.end(),
                                  [&](const fs::path& root) { return lies_in(target, root); });
  if (inside) return std::nullopt;
  return problem(path, "symlink-outside",
                 "is a link out of the folders given (to " + target.string() +
                     ") and is left out; name its target as an input to read it");
}

std::optional<Walker::Found> Walker::enter(const std::string& path, FolderId folder) {
  if (open_.contains(folder)) return loop(path);
  if (!walked_.insert(folder).second) return std::nullopt;
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!is_left_out(name)) names.push_back(std::move(name));
  }
  open_.insert(folder);
  pending_.push_back({"", false, true, folder});
  std::sort(names.begin(), names.end(), std::greater<>());
  const std::string prefix = path.ends_with('/') ? path : path + "/";
  for (const std::string& name : names) pending_.push_back({prefix + name, false, false, {}});
  if (error) return unreadable(path, error.value());
  return std::nullopt;
}

}  // namespace morgue
