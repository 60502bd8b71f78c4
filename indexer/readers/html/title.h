// SPDX-License-Identifier: GPL-3.0-or-later
// The headline among all the titles a page bears.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::html {

/// `title` without the name of the outlet that follows, or goes before, a sign such as "|" or " -
/// ": a part is cut when it is the outlet's name or its host ("The Quarry" of thequarry.example),
/// or when what is left is one of `others`.
std::string without_outlet(std::string_view title, std::string_view outlet, std::string_view host,
                           const std::vector<std::string>& others);

/// Of several titles, best sources first, the one that most of them agree with; equal ones count
/// whatever their case and punctuation.
std::string most_agreed(const std::vector<std::string>& titles);

/// Its letters and digits in lower case, for comparing.
std::string letters_of(std::string_view text);

}  // namespace morgue::html
