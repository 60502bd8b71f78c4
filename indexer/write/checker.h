// SPDX-License-Identifier: GPL-3.0-or-later
// Is an archive whole? Reads everything and compares.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/index/archive_reader.h"

namespace morgue {

struct CheckReport {
  std::uint64_t articles = 0;         ///< live ones that were read
  std::vector<std::string> problems;  ///< each with where it is; empty: the archive is whole
};

/// The engine's own check of every table, then every stored article: it decodes, is findable by its
/// id, is live once, and all together have the manifest's digest. `tick` is told the articles read.
CheckReport check_archive(const ArchiveReader& archive,
                          const std::function<void(std::uint64_t)>& tick);

}  // namespace morgue
