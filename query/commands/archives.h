// SPDX-License-Identifier: GPL-3.0-or-later
// Which archives a command works on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/index/archive_files.h"
#include "query/commands/command.h"
#include "query/options.h"

namespace morgue {

/// Those of -a; else those of MORGUE_ARCHIVE, parted by ":"; else the only *.morgue folder in the
/// current one. Throws IndexError naming what to type: ExitCode::Archive when there is none,
/// ExitCode::Usage when there are several to choose from.
std::vector<std::string> find_archives(const ArchiveFlags& flags, const Environment& environment);

/// The one archive that a command changes; nullopt when several are given: the error, which begins
/// with `what` ("queries are saved in"), is shown. Throws IndexError when it is no archive.
std::optional<ArchivePaths> archive_to_change(const Options& options, Context& context,
                                              const std::string& what);

}  // namespace morgue
