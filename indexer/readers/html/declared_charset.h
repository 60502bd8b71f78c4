// SPDX-License-Identifier: GPL-3.0-or-later
// The character set that a page says it is in.
#pragma once

#include <string>
#include <string_view>

namespace morgue::html {

/// The label in the first <meta charset> or <meta http-equiv="Content-Type"> among the first
/// kilobytes of a page, or in its XML declaration; empty when there is none.
std::string declared_charset(std::string_view html);

}  // namespace morgue::html
