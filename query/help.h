// SPDX-License-Identifier: GPL-3.0-or-later
// The screens that tell people what to type.
#pragma once

#include <string>
#include <string_view>

#include "query/commands/command.h"

namespace morgue {

/// For `morgue-query` alone: five lines, three of them examples that run.
std::string first_run_screen();

/// For `morgue-query --help`: commands, where the archive comes from, exit codes.
std::string program_help();

/// What holds for all commands.
std::string program_notes();

/// For `morgue-query COMMAND --help`; `options` is the list of its flags.
std::string command_help(const Command& command, std::string_view options);

/// For `morgue-query help query`: how things are said here and in the languages of --syntax.
std::string query_help();

/// "morgue-query 0.1.0".
std::string version_line();

}  // namespace morgue
