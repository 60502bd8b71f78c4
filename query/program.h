// SPDX-License-Identifier: GPL-3.0-or-later
// The program between main and the commands.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "common/base/exit_code.h"
#include "query/options.h"
#include "query/render/messages.h"

namespace morgue {

Environment read_environment();

/// Runs a command line; results go to the file descriptor `output`. Throws IndexError.
ExitCode run_program(const std::vector<std::string>& args, const Environment& environment,
                     std::istream& input, int output, Messages& messages);

}  // namespace morgue
