// SPDX-License-Identifier: GPL-3.0-or-later
// What is worked out from all articles of a generation and stands beside its segments.
#pragma once

#include <string>
#include <string_view>

#include "common/index/archive_files.h"
#include "common/index/boilerplate_list.h"
#include "common/index/hidden.h"
#include "common/index/manifest.h"

namespace morgue {

/// "names000012": a name for a file of a generation.
std::string numbered(std::string_view stem, std::uint64_t number);

/// Names that count as another by the evidence of all articles: writes the list and enters it into
/// `next`, whose segments and generation are set.
void write_name_list(const ArchivePaths& paths, const HiddenBySegment& hidden, Manifest& next);

/// The same with the articles that are copies of each other.
void write_copy_list(const ArchivePaths& paths, const HiddenBySegment& hidden, Manifest& next);

/// The same with a list of boilerplate that was found.
void write_boilerplate_list(const ArchivePaths& paths, const BoilerplateList& boilerplate,
                            Manifest& next);

}  // namespace morgue
