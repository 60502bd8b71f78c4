// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a glass database that says where its tables begin; see FORMAT.md.
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/write/glass/table_writer.h"

namespace morgue::glass {

/// Those that a segment has.
struct Tables {
  TableRoot postings;
  TableRoot data;
  TableRoot positions;
  TableRoot synonyms;
};

struct Statistics {
  std::uint32_t documents = 0;  ///< numbered from 1 without gaps
  std::uint64_t total_length = 0;
  std::uint32_t shortest = 0;  ///< of the lengths that are not 0
  std::uint32_t longest = 0;
  std::uint32_t largest_weight = 0;  ///< of a term in a document
};

/// Makes the database in `folder` whole. Throws IndexError when it cannot be written.
void write_version_file(const std::filesystem::path& folder, const Tables& tables,
                        const Statistics& statistics);

}  // namespace morgue::glass
