// SPDX-License-Identifier: GPL-3.0-or-later
// How names are found in the articles of an archive: what is asked for, and with what.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/recognizer.h"
#include "indexer/entities/watch_list.h"

namespace morgue {

/// What the text of an article is searched for.
enum class EntityMode {
  Off,       ///< nothing; the names of the metadata are values all the same
  Metadata,  ///< the names of its metadata, and those of watch-lists
  On,        ///< the same, and whatever the model of its language recognizes
};

/// A recognizer for articles of a language (ISO 639-1), or null when there is no model for it. Each
/// thread makes its own.
using RecognizerFactory = std::function<std::unique_ptr<Recognizer>(std::string_view lang)>;

struct EntitySetup {
  EntityMode mode = EntityMode::Metadata;
  RecognizerFactory model;  ///< of mode On; empty: there is no model at all
  std::vector<std::shared_ptr<const WatchList>> lists;
};

/// Articles by language.
struct EntityCounts {
  std::map<std::string, std::uint64_t, std::less<>> by_model;       ///< whose text a model has read
  std::map<std::string, std::uint64_t, std::less<>> without_model;  ///< that none could read
};

}  // namespace morgue
