// SPDX-License-Identifier: GPL-3.0-or-later
// The title of a document whose text does not mark it.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// The title that a file states of itself, when it is found near the beginning of the text, where
/// capitals, accents and line ends do not count; else the first paragraph, when it is short and
/// more follows: it is taken off the text. Else empty.
std::string take_title(std::string_view& text, std::string_view stated);

}  // namespace morgue
