// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/page_cursor.h"

#include <charconv>

namespace morgue {

std::string write_cursor(const PageCursor& cursor) {
  return std::to_string(cursor.generation) + "-" + std::to_string(cursor.offset);
}

std::optional<PageCursor> read_cursor(std::string_view text) {
  PageCursor cursor;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, cursor.generation);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, cursor.offset);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  return cursor;
}

}  // namespace morgue
