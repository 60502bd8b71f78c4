// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/run/archive_errors.h"

namespace morgue {

ExitCode run_command(const Command& command, const Options& options, Context& context) {
  ExitCode code = ExitCode::Done;
  with_archive_errors([&] { return find_archives(options.archive, context.environment).front(); },
                      [&] { code = command.run(options, context); });
  return code;
}

}  // namespace morgue
