// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/model_files.h"

#include <cstdlib>
#include <system_error>
#include <utility>

#include "common/base/index_error.h"
#include "indexer/entities/model_recognizer.h"

namespace morgue {

namespace fs = std::filesystem;

ModelFolder::ModelFolder(fs::path folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".model") files_[entry.path().stem().string()] = entry.path();
  }
}

std::vector<std::string> ModelFolder::languages() const {
  std::vector<std::string> languages;
  for (const auto& [lang, file] : files_) languages.push_back(lang);
  return languages;
}

std::string ModelFolder::checksum(std::string_view lang) const {
  const auto checksum = read_model_checksum(files_.find(lang)->second);
  if (!checksum) throw IndexError(ExitCode::Usage, checksum.error().message);
  return *checksum;
}

std::shared_ptr<const TaggerModel> ModelFolder::load(std::string_view lang) {
  const auto file = files_.find(lang);
  if (file == files_.end()) return nullptr;
  const std::lock_guard lock(loading_);
  auto& model = loaded_[file->first];
  if (model != nullptr) return model;
  auto loaded = load_model(file->second);
  if (!loaded) throw IndexError(ExitCode::Usage, loaded.error().message);
  if ((*loaded)->lang != lang) {
    throw IndexError(ExitCode::Usage, file->second.string() + ": a model of the language " +
                                          (*loaded)->lang + "; rename it " + (*loaded)->lang +
                                          ".model");
  }
  model = std::move(*loaded);
  return model;
}

std::unique_ptr<Recognizer> ModelFolder::make_recognizer(std::string_view lang) {
  auto model = load(lang);
  if (model == nullptr) return nullptr;
  return std::make_unique<ModelRecognizer>(std::move(model));
}

fs::path find_model_folder(const fs::path& program) {
  const char* given = std::getenv("MORGUE_MODELS");
  if (given != nullptr && *given != '\0') return given;
  std::error_code error;
  const fs::path installed =
      fs::weakly_canonical(program, error).parent_path().parent_path() / "share/morgue/models";
  return fs::exists(installed, error) ? installed : fs::path(MORGUE_MODEL_SOURCES);
}

}  // namespace morgue
