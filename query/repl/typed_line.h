// SPDX-License-Identifier: GPL-3.0-or-later
// A line that somebody typed, taken apart.
#pragma once

#include <string>
#include <vector>

namespace morgue {

/// Without blanks and tabs around it.
std::string trimmed(const std::string& text);

/// As a shell takes a line apart: blanks part words; quotes, and backslashes but in single quotes,
/// keep them together. A quote that is never closed ends with the line.
std::vector<std::string> split_line(const std::string& line);

}  // namespace morgue
