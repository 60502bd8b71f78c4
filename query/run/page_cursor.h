// SPDX-License-Identifier: GPL-3.0-or-later
// Where a page of hits ended: what --after takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

struct PageCursor {
  std::uint64_t generation = 0;  ///< of the archives the page was made of
  std::uint64_t offset = 0;      ///< hits up to its end
};

/// "12-340".
std::string write_cursor(const PageCursor& cursor);
std::optional<PageCursor> read_cursor(std::string_view text);

}  // namespace morgue
