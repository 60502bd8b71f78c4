// SPDX-License-Identifier: GPL-3.0-or-later
// The entity models a program has at hand.
#pragma once

#include <filesystem>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/entities/entity_setup.h"

namespace morgue {

struct EntityModels {
  std::vector<ModelInfo> models;  ///< one for each language
  RecognizerFactory make;         ///< makes recognizers of those; empty when there are none
};

/// Those of a folder, LANG.model each; none when there is no such folder. They are loaded when they
/// are needed. Throws IndexError (Usage) for a file that is no model.
EntityModels models_in(const std::filesystem::path& folder);

}  // namespace morgue
