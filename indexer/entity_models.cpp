// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity_models.h"

#include <memory>

#include "indexer/entities/model_files.h"

namespace morgue {

EntityModels models_in(const std::filesystem::path& folder) {
  EntityModels models;
  const auto files = std::make_shared<ModelFolder>(folder);
  for (const std::string& lang : files->languages()) {
    models.models.push_back({lang, lang + ".model", files->checksum(lang)});
  }
  if (models.models.empty()) return models;
  models.make = [files](std::string_view lang) { return files->make_recognizer(lang); };
  return models;
}

}  // namespace morgue
