// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "indexer/commands/commands.h"
#include "indexer/progress.h"
#include "indexer/write/checker.h"

namespace morgue {

ExitCode run_check(const CheckOptions& options, const Surroundings& surroundings) {
  const ArchiveReader archive = ArchiveReader::open(ArchivePaths{options.archive});
  ProgressLine progress(stderr, surroundings.stderr_is_terminal);
  const CheckReport report = check_archive(archive, [&](std::uint64_t articles) {
    progress.show(grouped(articles) + " articles read");
  });
  progress.clear();
  for (const std::string& problem : report.problems) {
    std::fprintf(stderr, "morgue-index: %s\n", problem.c_str());
  }
  if (report.problems.empty()) {
    std::printf("%s: whole: %s articles in %s segments, digest %s\n", options.archive.c_str(),
                grouped(report.articles).c_str(), grouped(archive.segments().size()).c_str(),
                archive.manifest().digest.to_string().c_str());
    return ExitCode::Done;
  }
  std::fprintf(stderr,
               "morgue-index: %s: %s problems; index the sources again with: morgue-index add "
               "--fresh, or restore the archive from a backup\n",
               options.archive.c_str(), grouped(report.problems.size()).c_str());
  return ExitCode::Archive;
}

}  // namespace morgue
