// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "tests/support/temp_dir.h"

namespace morgue::test_support {
namespace {

TEST(SharedData, IsWhereTheVariableSays) {
  const TempDir folder;
  const auto file = folder.write("data/search/a.jsonl", "{}\n");
  ASSERT_EQ(::setenv("MORGUE_SHARED", folder.path().c_str(), 1), 0);
  EXPECT_EQ(shared_data("search/a.jsonl"), file);
  EXPECT_EQ(shared_data("search/b.jsonl"), std::nullopt);
  ASSERT_EQ(::unsetenv("MORGUE_SHARED"), 0);
}

}  // namespace
}  // namespace morgue::test_support
