// SPDX-License-Identifier: GPL-3.0-or-later
// How names are to be found: what was asked for, joined with what the archive remembers.
#pragma once

#include <string>
#include <vector>

#include "common/index/archive_files.h"
#include "indexer/options.h"

namespace morgue {

struct PreparedEntities {
  EntitySettings settings;         ///< for the manifest
  EntitySetup setup;               ///< for the builders
  std::vector<std::string> notes;  ///< for people
};

enum class EntityScope {
  NewArticles,  ///< those of the archive stay as they were read
  AllArticles,
};

/// What is not asked for stays as `manifest` has it. A watch-list takes the place of one of the
/// same file name; one without names removes it. Copies of new lists are written into the archive,
/// of which this process holds the lock. Throws IndexError: a list that cannot be read (Usage), a
/// copy that is missing (Archive).
PreparedEntities prepare_entities(const ArchivePaths& paths, const Manifest& manifest,
                                  const EntityFlags& flags, const EntityModels& models,
                                  EntityScope scope);

}  // namespace morgue
