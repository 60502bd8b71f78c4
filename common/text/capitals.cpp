// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/capitals.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace morgue {

Capitals capitals_of(std::string_view utf8) {
  Capitals found;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 point = 0;
    U8_NEXT(bytes, at, size, point);
    const auto type = u_charType(point);
    found.any_capital =
        found.any_capital || type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
    found.any_small = found.any_small || type == U_LOWERCASE_LETTER;
  }
  return found;
}

}  // namespace morgue
