// SPDX-License-Identifier: GPL-3.0-or-later
// The flags of each command: how they are spelt, and what help says of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "query/commands/command.h"
#include "query/resolve.h"

namespace CLI {
class App;
}

namespace morgue {

/// Adds the flags of a command, by its groups (FlagGroup) and formats (FormatGroup); parsing fills
/// `typed`, which must live as long as `app`.
void add_flags(CLI::App& app, unsigned groups, unsigned formats, TypedFlags& typed);

/// The format flags that were given.
std::vector<std::pair<std::string, Format>> formats_of(const CLI::App& app);

}  // namespace morgue
