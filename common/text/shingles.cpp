// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/shingles.h"

#include <algorithm>

#include <xxhash.h>

namespace morgue {
namespace {

/// Odd, so that no bit of a word's hash is lost.
constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  return exponent == 0 ? 1 : base * power(base, exponent - 1);
}
constexpr std::uint64_t kOldestFactor = power(kFactor, kShingleWords);

/// The upper half of a sum of products depends on all bits of it.
std::uint32_t mixed(std::uint64_t sum) {
  sum ^= sum >> 32U;
  sum *= 0xD6E8FEB86659FD93U;
  return static_cast<std::uint32_t>(sum >> 32U);
}

}  // namespace

std::vector<std::uint32_t> shingles_of(const std::vector<Token>& words) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const Token& word : words) {
    hashes.push_back(XXH3_64bits(word.folded.data(), word.folded.size()));
  }
  std::vector<std::uint32_t> shingles;
  shingles.reserve(words.size());
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    sum = (sum + hashes[i]) * kFactor;
    if (i >= kShingleWords) sum -= hashes[i - kShingleWords] * kOldestFactor * kFactor;
    if (i + 1 >= std::min(kShingleWords, hashes.size())) shingles.push_back(mixed(sum));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

std::size_t count_shared(const std::vector<std::uint32_t>& some,
                         const std::vector<std::uint32_t>& others) {
  std::size_t shared = 0;
  auto other = others.begin();
  for (const std::uint32_t one : some) {
    while (other != others.end() && *other < one) ++other;
    if (other == others.end()) break;
    if (*other == one) ++shared;
  }
  return shared;
}

}  // namespace morgue
