// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/manifest.h"

#include <nlohmann/json.hpp>

#include "common/base/index_error.h"

namespace morgue {

// Found by nlohmann by argument-dependent look-up; a key that is absent keeps its default.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SegmentInfo, id, documents, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ModelInfo, lang, name, checksum)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(WatchListInfo, name, checksum)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(EntitySettings, mode, models, lists, mixed)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RunInfo, started, seconds, program, command, added,
                                                changed, unchanged, superseded, removed, rejected)

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void fail(const std::string& archive, const std::string& what) {
  throw IndexError(ExitCode::Archive, archive + "/manifest.json: " + what);
}

}  // namespace

std::uint64_t Manifest::articles() const {
  std::uint64_t live = 0;
  for (const SegmentInfo& segment : segments) live += segment.documents - segment.hidden;
  return live;
}

std::string encode_manifest(const Manifest& manifest) {
  Json json;
  json["morgue_archive"] = manifest.format;
  json["generation"] = manifest.generation;
  json["articles"] = manifest.articles();
  json["digest"] = manifest.digest.to_string();
  json["default_lang"] = manifest.default_lang;
  json["entities"] = nlohmann::json(manifest.entities);
  json["segments"] = nlohmann::json(manifest.segments);
  json["hidden_file"] = manifest.hidden_file;
  json["link_names"] = manifest.link_names;
  json["names_file"] = manifest.names_file;
  json["copies"] = manifest.copies;
  json["copies_due"] = manifest.copies_due;
  json["copies_file"] = manifest.copies_file;
  json["boilerplate_min"] = manifest.boilerplate_min;
  json["boilerplate_due"] = manifest.boilerplate_due;
  json["boilerplate_file"] = manifest.boilerplate_file;
  json["input_logs"] = manifest.input_logs;
  json["runs"] = nlohmann::json(manifest.runs);
  return json.dump(1) + "\n";
}

Manifest decode_manifest(std::string_view text, const std::string& archive) {
  Manifest manifest;
  try {
    const auto json = nlohmann::json::parse(text);
    manifest.format = json.at("morgue_archive").get<int>();
    if (manifest.format != kFormatVersion) {
      fail(archive, "the archive has format version " + std::to_string(manifest.format) +
                        " and this program reads version " + std::to_string(kFormatVersion) +
                        "; use the program that made it, or index the sources again with: "
                        "morgue-index add --fresh");
    }
    manifest.generation = json.at("generation").get<std::uint64_t>();
    manifest.digest = ContentDigest::from_string(json.at("digest").get<std::string>());
    manifest.default_lang = json.at("default_lang").get<std::string>();
    manifest.entities = json.at("entities").get<EntitySettings>();
    manifest.segments = json.at("segments").get<std::vector<SegmentInfo>>();
    manifest.hidden_file = json.at("hidden_file").get<std::string>();
    manifest.link_names = json.value("link_names", true);
    manifest.names_file = json.value("names_file", "");  // absent before names were linked
    manifest.copies = json.value("copies", true);        // absent before copies were sought
    manifest.copies_due = json.value("copies_due", false);
    manifest.copies_file = json.value("copies_file", "");
    manifest.boilerplate_min = json.value("boilerplate_min", kUsualBoilerplateMin);
    manifest.boilerplate_due = json.value("boilerplate_due", false);
    manifest.boilerplate_file = json.value("boilerplate_file", "");
    manifest.input_logs = json.at("input_logs").get<std::vector<std::string>>();
    manifest.runs = json.at("runs").get<std::vector<RunInfo>>();
  } catch (const Json::exception& error) {
    fail(archive, std::string("not a manifest (") + error.what() +
                      "); restore it from a backup or index the sources again");
  }
  return manifest;
}

}  // namespace morgue
