// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/copy_groups.h"

#include <string>

#include <gtest/gtest.h>

#include "common/base/index_error.h"

namespace morgue {
namespace {

const CopyGroups kGroups{{"g000001a", "g000002a"}, {{{0, 7}, {1, 1}}, {{1, 300}, {0, 2}, {0, 3}}}};

TEST(CopyGroups, AreDecodedAsTheyWere) {
  for (const CopyGroups& groups : {CopyGroups(), CopyGroups{{"g1"}, {}}, kGroups}) {
    EXPECT_EQ(decode_copy_groups(encode_copy_groups(groups)), groups);
  }
  EXPECT_EQ(kGroups.copies(), 3U);
}

TEST(CopyGroups, DamageIsTold) {
  const std::string whole = encode_copy_groups(kGroups);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    try {
      // Where a group ends, the rest may be missing unnoticed; a group is never cut.
      for (const auto& group : decode_copy_groups(whole.substr(0, size)).groups) {
        EXPECT_EQ(group, kGroups.groups.front());
      }
    } catch (const IndexError& error) {
      EXPECT_EQ(error.code(), ExitCode::Archive);
    }
  }
  EXPECT_THROW(decode_copy_groups(""), IndexError);
  EXPECT_THROW(decode_copy_groups("something else"), IndexError);
  CopyGroups alone = kGroups;
  alone.groups.front().pop_back();
  EXPECT_THROW(decode_copy_groups(encode_copy_groups(alone)), IndexError) << "a group of one";
  CopyGroups astray = kGroups;
  astray.groups.front().front().segment = 2;
  EXPECT_THROW(decode_copy_groups(encode_copy_groups(astray)), IndexError) << "no such segment";
}

}  // namespace
}  // namespace morgue
