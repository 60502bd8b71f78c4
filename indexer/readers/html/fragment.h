// SPDX-License-Identifier: GPL-3.0-or-later
// Markup of a text, such as feeds and wires carry.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/html/page_limits.h"

namespace morgue::html {

/// The paragraphs of a piece of HTML or of something like it, parted by blank lines; scripts,
/// pictures and their captions are left out. Text without tags is one paragraph. Empty also when
/// the markup is beyond the limits.
std::string paragraphs_of(std::string_view markup, const PageLimits& limits);

}  // namespace morgue::html
