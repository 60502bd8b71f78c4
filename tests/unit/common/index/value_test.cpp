// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/value.h"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

TEST(Value, DaysAndNumbersCompareAsTheirBytesDo) {
  EXPECT_TRUE(rc::check([](std::int32_t a, std::int32_t b) {
    RC_ASSERT(decode_day(encode_day(a)) == a);
    RC_ASSERT((a < b) == (encode_day(a) < encode_day(b)));
    const auto x = static_cast<std::uint32_t>(a);
    const auto y = static_cast<std::uint32_t>(b);
    RC_ASSERT(decode_number(encode_number(x)) == x);
    RC_ASSERT((x < y) == (encode_number(x) < encode_number(y)));
  }));
}

TEST(Value, PackedListsComeBack) {
  EXPECT_TRUE(rc::check([](const std::vector<std::string>& values) {
    RC_ASSERT(unpack_values(pack_values(values)) == values);
  }));
  EXPECT_EQ(pack_values({}), "") << "nothing takes no slot";
}

TEST(Value, DamagedListsEndQuietly) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) { unpack_values(bytes); }));
  EXPECT_TRUE(unpack_values("\x7f").empty()) << "announces more than there is";
  EXPECT_TRUE(unpack_values(std::string(12, '\xff')).empty()) << "a length without end";
}

TEST(Value, NewestFirstThenUndatedThenId) {
  std::vector<std::string> keys = {newest_then_id({}, "a"), newest_then_id({1969, 12, 31}, "d"),
                                   newest_then_id({2024, 3, 5}, "c"),
                                   newest_then_id({2024, 3, 5}, "b"),
                                   newest_then_id({2024, 3, 0}, "e")};
  std::sort(keys.begin(), keys.end());
  std::string order;
  for (const std::string& key : keys) order += key.substr(4);
  EXPECT_EQ(order, "bceda");
}

}  // namespace
}  // namespace morgue
