// SPDX-License-Identifier: GPL-3.0-or-later
// Queries under names: what save and watch have in common.
#pragma once

#include <optional>
#include <string>

#include "common/index/archive_files.h"
#include "query/commands/command.h"

namespace morgue {

/// Saves a query under a name; of the same text again it does nothing. False when the name is none,
/// or stands for another query, or the query is faulty: the error is shown.
bool save_query(const ArchivePaths& archive, const std::string& name, const std::string& query,
                Context& context);

/// The query of a name; nullopt when there is none, which is said.
std::optional<std::string> saved_query(const ArchivePaths& archive, const std::string& name,
                                       Context& context);

}  // namespace morgue
