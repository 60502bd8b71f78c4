// SPDX-License-Identifier: GPL-3.0-or-later
// The language a source names.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// The two-letter code (ISO 639-1) for what a source says: "en", "EN_us", "eng", "English",
/// "español". A two-letter code is taken as it is; a three-letter one that has no two-letter form
/// in the table stays; anything else is empty.
std::string language_code(std::string_view given);

}  // namespace morgue
