// SPDX-License-Identifier: GPL-3.0-or-later
// How much a page may ask for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/base/result.h"

namespace morgue::html {

/// A page beyond one of these is no article, and is rejected by the code named with it. Without
/// them, a few megabytes made to harm take hours or all memory.
struct PageLimits {
  std::uint64_t max_bytes = std::uint64_t{32} << 20U;  ///< of the page: "too-long"
  std::uint32_t max_depth = 512;                       ///< of elements within elements: "too-deep"
  std::uint32_t max_attributes = 512;                  ///< of one tag: "too-many-attributes"
  std::uint64_t max_tree_bytes = std::uint64_t{1} << 30U;  ///< of memory for the tree: "too-large"
};

/// What a look at the tags alone shows to be beyond the limits of bytes, depth and attributes, with
/// nothing parsed: for the time that a parser takes may grow with their squares. Elements that
/// pages leave open as a rule (p, li, td…) count for no depth.
std::optional<Error> check_limits(std::string_view html, const PageLimits& limits);

}  // namespace morgue::html
