// SPDX-License-Identifier: GPL-3.0-or-later
// The action "about" of `entities`.
#pragma once

#include <string>
#include <vector>

#include "query/commands/command.h"

namespace morgue {

/// [TYPE] NAME: its other names, how it was recognised, where it stands.
ExitCode about_entity(const std::vector<std::string>& words, const Options& options,
                      Context& context);

}  // namespace morgue
