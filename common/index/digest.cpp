// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/digest.h"

#include <charconv>

namespace morgue {

std::string ContentDigest::to_string() const {
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (const std::uint64_t half : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      hex += kHex[(half >> static_cast<unsigned>(shift)) & 15U];
    }
  }
  return hex;
}

ContentDigest ContentDigest::from_string(std::string_view hex) {
  ContentDigest digest;
  if (hex.size() != 32) return digest;
  std::from_chars(hex.data(), hex.data() + 16, digest.high, 16);
  std::from_chars(hex.data() + 16, hex.data() + 32, digest.low, 16);
  return digest;
}

}  // namespace morgue
