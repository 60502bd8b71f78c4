// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/command.h"
#include "query/run/archive_errors.h"

namespace morgue {

ExitCode run_command(const Command& command, const Options& options, Context& context) {
  const std::vector<std::string>& named = options.archive.archives;
  ExitCode code = ExitCode::Done;
  with_archive_errors(named.empty() ? "the archive" : named.front(),
                      [&] { code = command.run(options, context); });
  return code;
}

}  // namespace morgue
