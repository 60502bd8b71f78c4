// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/repl/typed_line.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

using ::testing::ElementsAreArray;

TEST(TypedLine, IsTrimmed) {
  EXPECT_EQ(trimmed("  a b\t"), "a b");
  EXPECT_EQ(trimmed(" \t "), "");
  EXPECT_EQ(trimmed(""), "");
}

struct SplitCase {
  const char* line;
  std::vector<std::string> words;
  const char* why;
};

const SplitCase kSplitCases[] = {
    {"kwic --sort right", {"kwic", "--sort", "right"}, "blanks part words"},
    {" a\t\tb ", {"a", "b"}, "runs of blanks and tabs are one"},
    {"", {}, "nothing"},
    {"'trade war' x", {"trade war", "x"}, "single quotes keep blanks"},
    {"\"trade war\"x", {"trade warx"}, "what follows a quote at once belongs to the word"},
    {R"('a\b')", {R"(a\b)"}, "in single quotes a backslash is itself"},
    {R"("a\"b" a\ b)", {"a\"b", "a b"}, "elsewhere it takes the meaning from what follows"},
    {"''", {""}, "an empty word is a word"},
    {"\"it's\"", {"it's"}, "the other quote is itself"},
    {"'open x", {"open x"}, "a quote that is never closed ends with the line"},
    {"a\\", {"a\\"}, "a backslash at the end is itself"},
};

TEST(TypedLine, IsSplitAsAShellDoes) {
  for (const auto& [line, words, why] : kSplitCases) {
    SCOPED_TRACE(why);
    EXPECT_THAT(split_line(line), ElementsAreArray(words)) << line;
  }
}

}  // namespace
}  // namespace morgue
