// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <iostream>
#include <string>

#include "indexer/commands/commands.h"
#include "indexer/progress.h"
#include "indexer/write/archive_writer.h"

namespace morgue {

ExitCode run_remove(const RemoveOptions& options, const Surroundings& surroundings) {
  ArchiveWriter writer(ArchivePaths{options.archive}, {.create = false});
  RunInfo run;
  run.started = surroundings.started;
  run.program = std::string("morgue-index ") + MORGUE_VERSION;
  run.command = "remove";
  std::uint64_t missing = 0;
  const auto remove = [&](const std::string& id) {
    if (id.empty()) return;
    if (writer.remove(id)) {
      ++run.removed;
      return;
    }
    ++missing;
    std::fprintf(stderr, "morgue-index: no article has the id %s\n", id.c_str());
  };
  for (const std::string& id : options.ids) {
    if (id != "-") {
      remove(id);
      continue;
    }
    for (std::string line; std::getline(std::cin, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      remove(line);
    }
  }
  writer.publish(run);
  std::fprintf(stderr, "removed   %s; %s in the archive\n", grouped(run.removed).c_str(),
               grouped(writer.manifest().articles()).c_str());
  return run.removed == 0 && missing > 0 ? ExitCode::NoHits : ExitCode::Done;
}

}  // namespace morgue
