// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <string>

#include "indexer/commands/commands.h"
#include "indexer/commands/entity_settings.h"
#include "indexer/progress.h"
#include "indexer/write/archive_writer.h"

namespace morgue {

ExitCode run_reannotate(const ReannotateOptions& options, const Surroundings& surroundings) {
  const ArchivePaths paths{options.archive};
  ArchiveWriter writer(paths, {.create = false});
  const PreparedEntities entities = prepare_entities(paths, writer.manifest(), options.entities,
                                                     surroundings.models, EntityScope::AllArticles);
  writer.set_entities(entities.settings);
  if (!options.entities.links.empty()) writer.set_link_names(options.entities.links == "on");
  RunInfo run;
  run.started = surroundings.started;
  run.program = std::string("morgue-index ") + MORGUE_VERSION;
  run.command = "reannotate";
  ProgressLine progress(stderr, surroundings.stderr_is_terminal);
  writer.reannotate(entities.setup, run, [&](std::uint64_t articles) {
    progress.show(grouped(articles) + " articles read");
  });
  progress.clear();
  std::fprintf(stderr, "reannotated %s articles\n", grouped(writer.manifest().articles()).c_str());
  return ExitCode::Done;
}

}  // namespace morgue
