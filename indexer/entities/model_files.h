// SPDX-License-Identifier: GPL-3.0-or-later
// Which entity models there are, and recognizers made of them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/entity_setup.h"
#include "indexer/entities/tagger/tagger_model.h"

namespace morgue {

/// The models LANG.model of a folder, each loaded when it is asked for first. May be used by
/// several threads.
class ModelFolder {
 public:
  /// A folder that does not exist holds none.
  explicit ModelFolder(std::filesystem::path folder);

  /// ISO 639-1, sorted.
  std::vector<std::string> languages() const;

  /// Of the file of one of them. Throws IndexError when it is no model.
  std::string checksum(std::string_view lang) const;

  /// Null when there is none. Throws IndexError when the file is no model, or one of another
  /// language than its name says.
  std::shared_ptr<const TaggerModel> load(std::string_view lang);

  /// A ModelRecognizer, or null when there is no model.
  std::unique_ptr<Recognizer> make_recognizer(std::string_view lang);

 private:
  std::map<std::string, std::filesystem::path, std::less<>> files_;
  std::mutex loading_;
  std::map<std::string, std::shared_ptr<const TaggerModel>, std::less<>> loaded_;
};

/// The folder that the environment variable MORGUE_MODELS names; else the first that exists of
/// ../share/morgue/models beside the folder of the program, and that of the sources it was built
/// from.
std::filesystem::path find_model_folder(const std::filesystem::path& program);

}  // namespace morgue
