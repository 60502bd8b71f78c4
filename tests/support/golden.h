// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that people see, kept whole in files and compared by tests.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace morgue::test_support {

/// Success when `text` is the content of tests/golden/`name`; else a failure that shows the first
/// line in which they differ. With MORGUE_UPDATE_GOLDEN=1 the file is written instead, so that the
/// change can be read as a diff.
///
///   EXPECT_TRUE(matches_golden("screens/search.txt", screen));
::testing::AssertionResult matches_golden(std::string_view name, std::string_view text);

/// The first line in which two texts differ, written so that white space and control characters
/// are seen; empty when they are equal.
std::string first_difference(std::string_view expected, std::string_view actual);

}  // namespace morgue::test_support
