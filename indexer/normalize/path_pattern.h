// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata in the path of a file: the patterns of --map.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// Whether a pattern holds at least one {NUMBER}.
bool is_path_pattern(std::string_view pattern);

/// Whether every brace of it belongs to a {NUMBER}.
bool is_sound_pattern(std::string_view pattern);

/// Puts parts of the path in place of {0}, {1}, ... (see FieldMap::parse). "!" parts a container
/// from its members as "/" does folders. Empty when the path has fewer parts than the pattern asks
/// for.
std::string fill_path_pattern(std::string_view pattern, std::string_view path);

}  // namespace morgue
