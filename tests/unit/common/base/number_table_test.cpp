// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/number_table.h"

#include <map>

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

/// So few that many texts share one; the high bits are those that are looked at.
std::uint64_t poor_hash(std::uint32_t text) { return std::uint64_t{text % 5} << 60U; }

TEST(NumberTable, NumbersAsAMapDoes) {
  rc::check([](const std::vector<std::uint16_t>& texts) {
    NumberTable table;
    std::map<std::uint16_t, std::uint32_t> reference;
    std::vector<std::uint16_t> known;
    for (const std::uint16_t text : texts) {
      const auto next = static_cast<std::uint32_t>(known.size());
      const auto expected = reference.try_emplace(text, next).first->second;
      const std::uint32_t number = table.number(
          poor_hash(text), next, [&](std::uint32_t one) { return known[one] == text; });
      if (number == next) known.push_back(text);
      RC_ASSERT(number == expected);
    }
  });
}

TEST(NumberTable, KeepsAllWhenItGrows) {
  constexpr std::uint32_t kMany = 5'000;  // several times what the first table holds
  NumberTable table;
  const auto is_any = [](std::uint32_t) { return true; };
  for (std::uint32_t i = 0; i < kMany; ++i) {
    ASSERT_EQ(table.number(i * 0x9E3779B97F4A7C15U, i, is_any), i);
  }
  for (std::uint32_t i = 0; i < kMany; ++i) {
    ASSERT_EQ(table.number(i * 0x9E3779B97F4A7C15U, kMany, is_any), i);
  }
}

}  // namespace
}  // namespace morgue
