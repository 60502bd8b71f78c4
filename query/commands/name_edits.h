// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of `entities` that change an archive's corrections.
#pragma once

#include <string>
#include <vector>

#include "query/commands/command.h"

namespace morgue {

/// TYPE NAME ALIAS…
ExitCode alias_names(const std::vector<std::string>& words, const Options& options,
                     Context& context);
/// FILE…, each a table that `entities suggest --tsv` wrote.
ExitCode accept_names(const std::vector<std::string>& words, const Options& options,
                      Context& context);
/// TYPE NAME…
ExitCode reject_names(const std::vector<std::string>& words, const Options& options,
                      Context& context);
/// From now on the names count as themselves, whatever the archive takes them for.
ExitCode part_names(const std::vector<std::string>& words, const Options& options,
                    Context& context);
ExitCode undo_names(const std::vector<std::string>& words, const Options& options,
                    Context& context);

}  // namespace morgue
