// SPDX-License-Identifier: GPL-3.0-or-later
// The language a text is written in.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// The ISO 639 code ("en", "pt", "zh", "yo") of the language that most of a text is in, by CLD2
/// over its first kilobytes; empty when the text is too short or too mixed to tell. Languages that
/// differ little may be taken for each other (Kirundi for Kinyarwanda). `utf8` may hold anything.
std::string detect_language(std::string_view title, std::string_view body);

}  // namespace morgue
