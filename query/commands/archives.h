// SPDX-License-Identifier: GPL-3.0-or-later
// Which archives a command works on.
#pragma once

#include <string>
#include <vector>

#include "query/options.h"

namespace morgue {

/// Those of -a; else those of MORGUE_ARCHIVE, parted by ":"; else the only *.morgue folder in the
/// current one. Throws IndexError naming what to type: ExitCode::Archive when there is none,
/// ExitCode::Usage when there are several to choose from.
std::vector<std::string> find_archives(const ArchiveFlags& flags, const Environment& environment);

}  // namespace morgue
