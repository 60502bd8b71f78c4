// SPDX-License-Identifier: GPL-3.0-or-later
// The entity models a program has at hand.
#pragma once

#include <vector>

#include "common/index/manifest.h"
#include "indexer/entities/entity_setup.h"

namespace morgue {

struct EntityModels {
  std::vector<ModelInfo> models;  ///< one for each language
  RecognizerFactory make;         ///< makes recognizers of those; empty when there are none
};

}  // namespace morgue
