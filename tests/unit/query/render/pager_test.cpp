// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/pager.h"

#include <array>
#include <cstdio>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace morgue {
namespace {

/// What reaches a file when `lines` lines are written to an Output of `height` rows.
std::string written(std::size_t lines, std::size_t height, const std::string& pager) {
  std::FILE* file = std::tmpfile();
  Terminal terminal;
  terminal.is_terminal = true;
  terminal.height = height;
  terminal.pager = pager;
  {
    Output output(fileno(file), terminal);
    for (std::size_t i = 0; i < lines; ++i) output.stream() << "line\n";
    EXPECT_EQ(output.finish(), "");
  }
  std::string text(static_cast<std::size_t>(lseek(fileno(file), 0, SEEK_END)), '\0');
  EXPECT_EQ(pread(fileno(file), text.data(), text.size(), 0), static_cast<ssize_t>(text.size()));
  std::fclose(file);
  return text;
}

std::string repeated(std::size_t count, const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

const std::string kMarkingPager = "sed s/^/paged:/";

TEST(Output, PagesOnlyWhatIsLongerThanTheScreen) {
  EXPECT_EQ(written(3, 10, kMarkingPager), repeated(3, "line\n"));
  EXPECT_EQ(written(10, 10, kMarkingPager), repeated(10, "paged:line\n"));
  EXPECT_EQ(written(20000, 10, kMarkingPager), repeated(20000, "paged:line\n"));
}

TEST(Output, WithoutAPagerAllIsWrittenAsItIs) {
  EXPECT_EQ(written(20000, 10, ""), repeated(20000, "line\n"));
  EXPECT_EQ(written(0, 10, ""), "");
}

TEST(Output, TellsWhatCouldNotBeWritten) {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  ASSERT_GE(full, 0);
  Output output(full, {});
  output.stream() << "lost\n";
  EXPECT_NE(output.finish(), "");
  close(full);
}

}  // namespace
}  // namespace morgue
