// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <string>

#include "indexer/commands/commands.h"
#include "indexer/progress.h"
#include "indexer/write/archive_writer.h"

namespace morgue {

ExitCode run_compact(const CompactOptions& options, const Surroundings& surroundings) {
  ArchiveWriter writer(ArchivePaths{options.archive}, {.create = false});
  RunInfo run;
  run.started = surroundings.started;
  run.program = std::string("morgue-index ") + MORGUE_VERSION;
  run.command = "compact";
  const std::size_t before = writer.manifest().segments.size();
  ProgressLine progress(stderr, surroundings.stderr_is_terminal);
  writer.compact(run, [&](std::uint64_t articles) {
    progress.show(grouped(articles) + " articles rewritten");
  });
  progress.clear();
  std::fprintf(stderr, "compacted %s into %s; %s articles\n",
               (grouped(before) + (before == 1 ? " segment" : " segments")).c_str(),
               grouped(writer.manifest().segments.size()).c_str(),
               grouped(writer.manifest().articles()).c_str());
  return ExitCode::Done;
}

}  // namespace morgue
