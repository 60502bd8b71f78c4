// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/entity_settings.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <system_error>
#include <utility>

#include "common/base/index_error.h"
#include "common/base/shell_quote.h"
#include "indexer/watch_list_file.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using Lists = std::map<std::string, std::shared_ptr<const WatchList>>;  // by checksum

EntityMode mode_of(const std::string& name) {
  return name == "off" ? EntityMode::Off : name == "on" ? EntityMode::On : EntityMode::Metadata;
}

std::string checksum_of(const std::string& content) {
  ContentDigest digest;
  digest.add(digest_of(content));
  return digest.to_string();
}

std::string content_of(const std::string& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) {
    throw IndexError(ExitCode::Usage, "--gazetteer: no such file: " + file);
  }
  return read_file(file);
}

void keep_copy(const ArchivePaths& paths, const std::string& checksum, const std::string& content) {
  fs::create_directories(paths.watch_lists());
  if (!fs::exists(paths.watch_list(checksum))) replace_file(paths.watch_list(checksum), content);
}

/// Puts the lists that were asked for among those of the archive. All are read before any is kept.
Lists take_lists(const ArchivePaths& paths, const std::vector<std::string>& files,
                 EntitySettings& settings) {
  Lists lists;
  std::map<std::string, std::string> contents;
  for (const std::string& file : files) {
    const std::string content = content_of(file);
    const auto list = read_watch_list(content, file);
    const WatchListInfo info{fs::path(file).filename().string(), checksum_of(content)};
    std::erase_if(settings.lists, [&](const auto& known) { return known.name == info.name; });
    if (list->empty()) continue;
    settings.lists.push_back(info);
    lists[info.checksum] = list;
    contents[info.checksum] = content;
  }
  for (const auto& [checksum, content] : contents) keep_copy(paths, checksum, content);
  return lists;
}

/// The archive keeps the names of all models that have read its articles.
void take_models(const std::vector<ModelInfo>& models, EntityScope scope, bool has_articles,
                 EntitySettings& settings) {
  if (scope == EntityScope::AllArticles || !has_articles) settings.models.clear();
  if (settings.mode != "on") return;
  for (const ModelInfo& model : models) {
    const auto end = settings.models.end();
    if (std::find(settings.models.begin(), end, model) == end) settings.models.push_back(model);
  }
}

}  // namespace

PreparedEntities prepare_entities(const ArchivePaths& paths, const Manifest& manifest,
                                  const EntityFlags& flags, const EntityModels& usual,
                                  EntityScope scope) {
  const EntityModels models = flags.models.empty() ? usual : models_in(flags.models);
  PreparedEntities prepared;
  EntitySettings& settings = prepared.settings;
  settings = manifest.entities;
  if (!flags.mode.empty()) settings.mode = flags.mode;
  if (settings.mode == "off" && !flags.gazetteers.empty()) {
    throw IndexError(ExitCode::Usage,
                     "--gazetteer: with --entities off no names are looked for in the text; "
                     "write --entities metadata or on");
  }
  const bool has_articles = manifest.articles() > 0;
  Lists lists = take_lists(paths, flags.gazetteers, settings);
  take_models(models.models, scope, has_articles, settings);
  const bool differs = has_articles && !(settings == manifest.entities);
  settings.mixed = scope == EntityScope::NewArticles && (manifest.entities.mixed || differs);
  if (settings.mixed && differs) {
    prepared.notes.push_back(
        "names are found in new articles by another mode, model or list than in those the archive "
        "holds; make all alike with: morgue-index reannotate " +
        shell_quote(paths.root.string()));
  }
  prepared.setup.mode = mode_of(settings.mode);
  if (prepared.setup.mode == EntityMode::On) prepared.setup.model = models.make;
  for (const WatchListInfo& info : settings.lists) {
    auto& list = lists[info.checksum];
    if (!list) list = read_watch_list(read_file(paths.watch_list(info.checksum)), info.name);
    prepared.setup.lists.push_back(list);
  }
  return prepared;
}

}  // namespace morgue
