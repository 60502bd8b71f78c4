// SPDX-License-Identifier: GPL-3.0-or-later
// What the names of archives that are searched as one count as.
#pragma once

#include <vector>

#include "common/index/archive_reader.h"
#include "query/entities/names_on_demand.h"

namespace morgue {

/// By the corrections of any of the archives, which are checked at once: throws IndexError
/// (ExitCode::Usage) when they contradict each other. Then by what the archives say of their names,
/// where they do not disagree.
NamesOnDemand names_of(const std::vector<ArchiveReader>& archives);

}  // namespace morgue
