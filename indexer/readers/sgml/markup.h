// SPDX-License-Identifier: GPL-3.0-or-later
// Marks in the text collections of the 1980s and 1990s: SGML without a grammar at hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace morgue::sgml {

/// A text with its references to characters replaced (lt, gt, amp, quot, apos and numbers below
/// 128), and without control characters. Other references are left as they are.
std::string decode(std::string_view text);

/// What stands between <NAME ...> and the first </NAME> behind it; nullopt when there is none.
std::optional<std::string_view> element(std::string_view text, std::string_view name);

/// The value of NAME="value" in a tag; empty when there is none.
std::string_view attribute(std::string_view tag, std::string_view name);

}  // namespace morgue::sgml
