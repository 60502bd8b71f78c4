// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of morgue-index.
#pragma once

#include "common/base/exit_code.h"
#include "indexer/options.h"

namespace morgue {

/// Parses the arguments and runs the command. Usage errors and help are dealt with here; IndexError
/// is thrown.
ExitCode run_command_line(int argc, char** argv, const Surroundings& surroundings);

}  // namespace morgue
