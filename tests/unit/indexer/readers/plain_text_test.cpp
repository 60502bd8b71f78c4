// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/plain_text.h"

#include <string>

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

struct Case {
  std::string bytes;
  const char* title;
  std::string body;
  const char* why;
};

const std::string kLong(201, 'x');

const Case kCases[] = {
    {"Headline\n\nText.\n", "Headline", "Text.\n", "a short first line and a blank line"},
    {"Headline\r\n\r\nText.\r\n", "Headline", "Text.\r\n", "lines of Windows"},
    {"\n\nHeadline\n \nText.", "Headline", "Text.", "blank lines before, spaces in between"},
    {"Text begins\nand goes on.", "-", "Text begins\nand goes on.", "no blank line, no title"},
    {"Only one line", "-", "Only one line", "one line is text"},
    {kLong + "\n\nText.", "-", kLong + "\n\nText.", "no title is that long"},
};

TEST(PlainText, TellsTheTitle) {
  for (const auto& [bytes, title, body, why] : kCases) {
    SCOPED_TRACE(why);
    const ReadAll all = read_text(bytes, "text");
    ASSERT_EQ(all.records.size(), 1U);
    EXPECT_EQ(ReadAll::value(all.records[0], "title"), title);
    EXPECT_EQ(ReadAll::value(all.records[0], "body"), body);
  }
}

TEST(PlainText, RefusesAFileThatIsTooLong) {
  ReadOptions options;
  options.max_record_bytes = 3;
  EXPECT_THAT(read_text("four", "text", options).error_codes(), testing::ElementsAre("too-long:1"));
}

}  // namespace
}  // namespace morgue
