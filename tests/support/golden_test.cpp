// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <stdlib.h>

namespace morgue::test_support {
namespace {

using ::testing::HasSubstr;

struct DifferenceCase {
  const char* expected;
  const char* actual;
  const char* difference;
  const char* why;
};

constexpr DifferenceCase kDifferences[] = {
    {"", "", "", "nothing is like nothing"},
    {"a\nb\n", "a\nb\n", "", "equal texts"},
    {"a\nb\n", "a\nc\n", "line 2\n  expected: \"b\\n\"\n  actual:   \"c\\n\"\n", "another letter"},
    {"a\nb\n", "a\nb", "line 2\n  expected: \"b\\n\"\n  actual:   \"b\"\n",
     "no line break at last"},
    {"a\n", "a\n\n", "line 2\n  expected: (the text ends here)\n  actual:   \"\\n\"\n",
     "an empty line too many"},
    {"a b", "a\tb\x1b", "line 1\n  expected: \"a b\"\n  actual:   \"a\\tb\\x1b\"\n",
     "what a terminal would not show"},
};

TEST(Golden, ShowsTheFirstDifference) {
  for (const auto& [expected, actual, difference, why] : kDifferences) {
    SCOPED_TRACE(why);
    EXPECT_EQ(first_difference(expected, actual), difference);
  }
}

TEST(Golden, AFileThatIsNotThereIsAFailureThatSaysWhatToDo) {
  ASSERT_EQ(::unsetenv("MORGUE_UPDATE_GOLDEN"), 0);  // it would be there from then on
  const auto result = matches_golden("no/such/file.txt", "text");
  EXPECT_FALSE(result);
  EXPECT_THAT(result.message(), HasSubstr("MORGUE_UPDATE_GOLDEN=1"));
}

}  // namespace
}  // namespace morgue::test_support
