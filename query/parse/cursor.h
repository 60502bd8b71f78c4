// SPDX-License-Identifier: GPL-3.0-or-later
// A place in a query that is being read.
#pragma once

#include <cstdint>
#include <string_view>

#include "query/parse/code_points.h"

namespace morgue {

struct Cursor {
  std::u32string_view text;
  std::uint32_t at = 0;

  bool at_end() const { return at == text.size(); }
  /// The character `ahead` of the cursor as typed; NUL behind the end.
  char32_t typed(std::size_t ahead = 0) const {
    return at + ahead < text.size() ? text[at + ahead] : U'\0';
  }
  /// The same in its plain form.
  char32_t peek(std::size_t ahead = 0) const { return plain_form(typed(ahead)); }
  void skip_spaces() {
    while (!at_end() && peek() == U' ') ++at;
  }
};

}  // namespace morgue
