// SPDX-License-Identifier: GPL-3.0-or-later
// The command line to a command and its options. The only place that knows how flags are spelt.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/manual/program_manual.h"
#include "query/commands/command.h"
#include "query/options.h"
#include "query/render/messages.h"

namespace morgue {

struct Invocation {
  const Command* command = nullptr;  ///< null: only `print` is wanted
  Options options;
  std::string print;  ///< help, the version, or the first-run screen
};

/// Reads the arguments without the program's name. The command is the first word that is no option
/// or value of one; when it names no command, all words are a query for `search`. What follows "--"
/// is never an option or a command. No file is touched.
Result<Invocation, UsageError> parse_command_line(const std::vector<std::string>& args);

/// Whether errors are to be JSON: decided before the rest of the line is known to make sense.
bool wants_json_errors(const std::vector<std::string>& args);

/// Everything the program can be told, as data.
ProgramManual program_manual();

}  // namespace morgue
