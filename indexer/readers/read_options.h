// SPDX-License-Identifier: GPL-3.0-or-later
// What a user may say about how inputs are read.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/normalize/field_map.h"
#include "indexer/readers/html/page_limits.h"

namespace morgue {

struct ReadOptions {
  std::string format;  ///< a name from the table in registry.h; empty: told from the content
  FieldMap map;        ///< names that mark the first row of a table as its header
  std::uint64_t max_record_bytes = std::uint64_t{64} << 20U;  ///< longer ones are rejected
  html::PageLimits page = {};                                 ///< of saved web pages
};

}  // namespace morgue
