// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing terms fast: most differ within their first bytes.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace morgue {

/// The first eight bytes of a term as one number, which sorts as they do; zeros where it is
/// shorter, so that terms of equal numbers are still to be compared.
inline std::uint64_t first_bytes_of(std::string_view term) {
  std::uint64_t number = 0;
  std::memcpy(&number, term.data(), std::min<std::size_t>(term.size(), sizeof number));
  static_assert(std::endian::native == std::endian::little);
  return __builtin_bswap64(number);
}

}  // namespace morgue
