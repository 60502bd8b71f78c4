// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <string>
#include <utility>

#include "indexer/commands/commands.h"
#include "indexer/commands/rejects_file.h"
#include "indexer/imported_mentions.h"
#include "indexer/input/open_input.h"
#include "indexer/input/walk.h"
#include "indexer/progress.h"
#include "indexer/write/mention_importer.h"

namespace morgue {
namespace {

constexpr std::uint64_t kMostListed = 20;

/// Tells people of the first things that could not be used, and a file of all.
class Complaints {
 public:
  explicit Complaints(std::string path) : file_(std::move(path)) {}

  void add(const Location& at, Error error) {
    if (++count_ <= kMostListed) {
      const std::string line = at.line == 0 ? "" : ":" + std::to_string(at.line);
      std::fprintf(stderr, "morgue-index: %s%s: %s\n", at.file.c_str(), line.c_str(),
                   error.message.c_str());
    }
    file_.write({{{at, std::move(error)}, true}});
  }

  std::uint64_t count() const { return count_; }
  const std::string& path() const { return file_.path(); }

 private:
  RejectsFile file_;
  std::uint64_t count_ = 0;
};

struct ImportCounts {
  std::uint64_t articles = 0;
  std::uint64_t mentions = 0;
};

void import_line(const RecordChunk& chunk, MentionImporter& importer, ImportCounts& counts,
                 Complaints& complaints) {
  const auto line = read_imported_line(chunk.bytes);
  if (!line) {
    complaints.add(chunk.at, line.error());
    return;
  }
  const std::string article = "article " + line->id + ": ";
  const bool found = importer.replace(line->id, [&](const Article& stored) {
    std::vector<Error> errors;
    std::vector<Mention> mentions = fit_to_article(*line, stored, errors);
    for (Error& error : errors) {
      complaints.add(chunk.at, {std::move(error.code), article + error.message});
    }
    counts.mentions += mentions.size();
    return mentions;
  });
  if (found) {
    ++counts.articles;
  } else {
    complaints.add(chunk.at, {"no-article", "no article has the id " + line->id});
  }
}

}  // namespace

ExitCode run_import_entities(const ImportOptions& options, const Surroundings& surroundings) {
  const ArchivePaths paths{options.archive};
  ArchiveWriter writer(paths, {.create = false});
  RunInfo run;
  run.started = surroundings.started;
  run.program = std::string("morgue-index ") + MORGUE_VERSION;
  run.command = "import-entities";
  MentionImporter importer(writer, run);
  Complaints complaints(rejects_path(paths, surroundings.started));
  ImportCounts counts;
  ReadOptions reading;
  reading.format = "jsonl";
  Walker walker(options.inputs);
  while (const auto file = walker.next()) {
    if (!*file) {
      complaints.add(file->error().at, file->error().error);
      continue;
    }
    const auto reader = open_input(**file, reading);
    while (const auto line = reader->next()) {
      if (surroundings.interrupted()) break;
      if (*line) {
        import_line(**line, importer, counts, complaints);
      } else {
        complaints.add(line->error().at, line->error().error);
      }
    }
  }
  importer.finish();
  std::fprintf(stderr, "imported  %s mentions into %s articles\n", grouped(counts.mentions).c_str(),
               grouped(counts.articles).c_str());
  if (complaints.count() > 0) {
    std::fprintf(stderr, "rejects   %s, all listed in %s\n", grouped(complaints.count()).c_str(),
                 complaints.path().c_str());
  }
  if (surroundings.interrupted()) return ExitCode::Interrupted;
  return complaints.count() > 0 ? ExitCode::Rejected : ExitCode::Done;
}

}  // namespace morgue
