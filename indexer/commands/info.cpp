// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <string>

#include <nlohmann/json.hpp>

#include "indexer/archive_summary.h"
#include "indexer/commands/commands.h"
#include "indexer/progress.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

std::string day_text(const std::optional<std::int32_t>& day) {
  return day ? date_of_day(*day).to_string() : std::string();
}

Json run_json(const RunInfo& run) {
  return {{"started", run.started},     {"command", run.command},       {"seconds", run.seconds},
          {"program", run.program},     {"added", run.added},           {"changed", run.changed},
          {"unchanged", run.unchanged}, {"superseded", run.superseded}, {"removed", run.removed},
          {"rejected", run.rejected}};
}

Json entities_json(const EntitySettings& entities) {
  Json json;
  json["mode"] = entities.mode;
  json["models"] = Json::array();
  for (const ModelInfo& model : entities.models) {
    json["models"].push_back(
        {{"lang", model.lang}, {"name", model.name}, {"checksum", model.checksum}});
  }
  json["gazetteers"] = Json::array();
  for (const WatchListInfo& list : entities.lists) {
    json["gazetteers"].push_back({{"name", list.name}, {"checksum", list.checksum}});
  }
  json["mixed"] = entities.mixed;
  return json;
}

std::string entities_line(const EntitySettings& entities) {
  std::string line = entities.mode;
  std::string models;
  for (const ModelInfo& model : entities.models) {
    models += (models.empty() ? "" : ", ") + model.name + " (" + model.lang + ", " +
              model.checksum.substr(0, 8) + ")";
  }
  std::string lists;
  for (const WatchListInfo& list : entities.lists) lists += (lists.empty() ? "" : ", ") + list.name;
  if (!models.empty()) line += "; by " + models;
  if (!lists.empty()) line += "; watch-lists " + lists;
  if (entities.mixed) line += "; not all articles alike: see reannotate";
  return line;
}

std::string copies_line(const ArchiveReader& archive) {
  const Manifest& manifest = archive.manifest();
  if (!manifest.copies) return "not looked for; morgue-index add --copies on does";
  if (manifest.copies_due) return "not looked for yet: a run was cut off; the next add does";
  const CopyGroups copies = archive.copy_groups();
  return grouped(copies.copies()) +
         (copies.copies() == 1 ? " article repeats" : " articles repeat") + " the text of " +
         (copies.groups.size() == 1 ? "another" : "others");
}

std::string boilerplate_text(const ArchiveReader& archive) {
  const Manifest& manifest = archive.manifest();
  if (manifest.boilerplate_min == 0)
    return "not looked for; morgue-index add --boilerplate on does";
  if (manifest.boilerplate_due) return "not looked for yet: a run was cut off; the next add does";
  const std::string line = boilerplate_line(archive);
  return line.empty() ? "no paragraph of " + grouped(manifest.boilerplate_min) +
                            " or more articles of one outlet"
                      : line;
}

void print_json(const ArchiveReader& archive, const ArchiveSummary& summary) {
  const Manifest& manifest = archive.manifest();
  Json json;
  json["format"] = manifest.format;
  json["generation"] = manifest.generation;
  json["digest"] = manifest.digest.to_string();
  json["articles"] = summary.articles;
  json["undated"] = summary.undated;
  json["first_day"] = day_text(summary.first_day);
  json["last_day"] = day_text(summary.last_day);
  json["default_lang"] = manifest.default_lang;
  json["copies"] = archive.copy_groups().copies();
  const BoilerplateList boilerplate = archive.boilerplate_list();
  json["boilerplate"] = {{"min", manifest.boilerplate_min},
                         {"paragraphs", boilerplate.keys.size()},
                         {"articles", boilerplate.articles}};
  json["entities"] = entities_json(manifest.entities);
  json["languages"] = Json(summary.languages);
  json["sources"] = Json(summary.sources);
  json["bytes"] = summary.bytes;
  json["segments"] = Json::array();
  for (const SegmentInfo& segment : manifest.segments) {
    json["segments"].push_back(
        {{"id", segment.id}, {"documents", segment.documents}, {"hidden", segment.hidden}});
  }
  json["runs"] = Json::array();
  for (const RunInfo& run : manifest.runs) json["runs"].push_back(run_json(run));
  std::puts(json.dump(1).c_str());
}

void print_runs(const Manifest& manifest) {
  for (const RunInfo& run : manifest.runs) {
    std::printf("%s  %-7s  %8.1f s  %s new, %s changed, %s unchanged, %s removed, %s rejected\n",
                run.started.c_str(), run.command.c_str(), run.seconds, grouped(run.added).c_str(),
                grouped(run.changed).c_str(), grouped(run.unchanged).c_str(),
                grouped(run.removed).c_str(), grouped(run.rejected).c_str());
  }
}

void print_text(const InfoOptions& options, const ArchiveReader& archive,
                const ArchiveSummary& summary) {
  const Manifest& manifest = archive.manifest();
  std::printf("archive     %s (format %d, generation %llu)\n", options.archive.c_str(),
              manifest.format, static_cast<unsigned long long>(manifest.generation));
  std::printf("holds       %s\n", to_line(summary, manifest.default_lang).c_str());
  std::printf("segments    %s, %s bytes\n", grouped(manifest.segments.size()).c_str(),
              grouped(summary.bytes).c_str());
  std::printf("entities    %s\n", entities_line(manifest.entities).c_str());
  std::printf("copies      %s\n", copies_line(archive).c_str());
  std::printf("boilerplate %s\n", boilerplate_text(archive).c_str());
  std::printf("digest      %s\n", manifest.digest.to_string().c_str());
  std::printf("runs        %s, the last: %s\n", grouped(manifest.runs.size()).c_str(),
              manifest.runs.empty() ? "none" : manifest.runs.back().started.c_str());
  std::printf("note        the archive holds whole articles: who has it can read them\n");
}

}  // namespace

ExitCode run_info(const InfoOptions& options) {
  const ArchiveReader archive = ArchiveReader::open(ArchivePaths{options.archive});
  if (options.digest) {
    std::puts(archive.manifest().digest.to_string().c_str());
  } else if (options.runs && !options.json) {
    print_runs(archive.manifest());
  } else if (options.json) {
    print_json(archive, summarize(archive));
  } else {
    print_text(options, archive, summarize(archive));
  }
  return ExitCode::Done;
}

}  // namespace morgue
