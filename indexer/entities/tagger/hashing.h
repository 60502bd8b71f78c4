// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes of words and features. Models hold them, so they never change.
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue {

using Hash = std::uint64_t;

/// XXH3, 64 bits.
Hash hash_of(std::string_view bytes);

/// Of two hashes or small numbers, in this order.
constexpr Hash combined(Hash a, Hash b) {
  Hash x = a * 0x9E3779B97F4A7C15ULL + b;
  x ^= x >> 32U;
  x *= 0xD6E8FEB86659FD93ULL;
  x ^= x >> 32U;
  x *= 0xD6E8FEB86659FD93ULL;
  return x ^ (x >> 32U);
}

}  // namespace morgue
