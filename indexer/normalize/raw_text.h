// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a field as clean text, whatever its type.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/record.h"

namespace morgue {

/// Valid UTF-8 without NUL, "\n" line ends, no white space (no-break spaces and byte order marks
/// included) at its ends. Adds to `repaired` the bytes that had to be repaired.
std::string clean_text(std::string_view bytes, std::size_t& repaired);

/// The values of a field as clean strings, none of them empty. A Json value gives its text when it
/// is a number or boolean, its "name" when it is an object that has one as a string, and the values
/// of all its elements when it is an array of such; nullopt for any other.
std::optional<std::vector<std::string>> clean_values(const RawField& field, std::size_t& repaired);

}  // namespace morgue
