// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a query as code points, or why no query can be read from them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "query/parse/query_error.h"

namespace morgue {

/// A longer text is no query.
inline constexpr std::size_t kMostQueryBytes = 64 * 1024;

/// Errors: Q108 too long, Q109 not UTF-8.
Result<std::u32string, QueryError> decode_query(std::string_view text,
                                                std::size_t max_bytes = kMostQueryBytes);

}  // namespace morgue
