// SPDX-License-Identifier: GPL-3.0-or-later
// The positions of a term in a document, as the tag of a position table's entry.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace morgue::glass {

/// Appends the positions: the last as a varint; of several then, bit by bit, the first, their
/// number, and the rest by binary interpolative coding (Moffat and Stuiver, "Binary interpolative
/// coding for effective index compression", 2000). Preconditions: ascending, not empty.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace morgue::glass
