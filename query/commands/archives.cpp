// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/archives.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "common/base/index_error.h"
#include "common/base/shell_quote.h"
#include "query/render/layout.h"

namespace morgue {
namespace {

std::vector<std::string> split_at_colons(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ':');) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::vector<std::string> archives_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    std::error_code unreadable;
    if (entry->path().extension() == ".morgue" && entry->is_directory(unreadable)) {
      names.push_back(entry->path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::vector<std::string> find_archives(const ArchiveFlags& flags, const Environment& environment) {
  if (!flags.archives.empty()) return flags.archives;
  auto named = split_at_colons(environment.archives);
  if (!named.empty()) return named;

  const auto here = archives_in(environment.current_folder);
  if (here.empty()) {
    throw IndexError(ExitCode::Archive,
                     "no archive here; name one with -a NAME.morgue or MORGUE_ARCHIVE, or make "
                     "one: morgue-index add news.morgue FILES");
  }
  if (here.size() > 1) {
    std::string list;
    for (const std::string& name : here) list += ' ' + shell_quote(name);
    throw IndexError(ExitCode::Usage, "several archives here:" + list + "; choose with -a " +
                                          shell_quote(here.front()));
  }
  return {(std::filesystem::path(environment.current_folder) / here.front()).string()};
}

std::optional<ArchivePaths> archive_to_change(const Options& options, Context& context,
                                              const std::string& what) {
  const auto archives = find_archives(options.archive, context.environment);
  if (archives.size() == 1) {
    const ArchivePaths paths{archives.front()};
    read_manifest(paths);  // refuses what is no archive
    return paths;
  }
  context.messages.usage_error({what + " one archive, and several are given", "name one with -a"});
  return std::nullopt;
}

}  // namespace morgue
