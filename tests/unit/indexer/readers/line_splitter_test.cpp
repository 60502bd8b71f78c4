// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/line_splitter.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "indexer/input/memory_source.h"

namespace morgue {
namespace {

/// "3:text" for a line, "3!code" for an Error.
std::vector<std::string> lines_of(std::string_view bytes, std::uint64_t max_bytes = 1'000,
                                  std::size_t step = std::string_view::npos) {
  LineSplitter splitter(std::make_unique<MemorySource>(bytes, step), "test", max_bytes);
  std::vector<std::string> lines;
  while (auto line = splitter.next()) {
    lines.push_back(*line ? std::to_string((*line)->number) + ":" + (*line)->text
                          : std::to_string(line->error().at.line) + "!" + line->error().error.code);
  }
  return lines;
}

struct Case {
  std::string bytes;
  std::vector<std::string> lines;
  const char* why;
};

const Case kCases[] = {
    {"", {}, "nothing holds no line"},
    {"\n", {"1:"}, "an empty line is a line"},
    {"a\nb\n", {"1:a", "2:b"}, "the last end ends a line and begins none"},
    {"a\nb", {"1:a", "2:b"}, "the last line needs no end"},
    {"a\r\nb\r", {"1:a", "2:b"}, "lines of Windows"},
    {"a\rb\n", {"1:a\rb"}, "a lone carriage return ends no line"},
    {std::string("a\0b\n", 4), {std::string("1:a\0b", 5)}, "NUL is a byte like others"},
    {"a\n12345678901\nb\n", {"1:a", "2!too-long", "3:b"}, "a line too long is passed over"},
    {"1234567890\n", {"1:1234567890"}, "a line of exactly the limit is not too long"},
};

TEST(LineSplitter, Splits) {
  for (const auto& [bytes, lines, why] : kCases) {
    SCOPED_TRACE(why);
    EXPECT_EQ(lines_of(bytes, 10), lines);
  }
}

TEST(LineSplitter, GivesTheSameLinesForAnyReadSize) {
  EXPECT_TRUE(rc::check([] {
    const auto bytes =
        *rc::gen::container<std::string>(rc::gen::element('a', 'b', '\n', '\r', '\0'));
    const auto step = *rc::gen::inRange<std::size_t>(1, 9);
    RC_ASSERT(lines_of(bytes, 4, step) == lines_of(bytes, 4));
  }));
}

// Gives its bytes, then fails.
class BrokenSource : public ByteSource {
 public:
  explicit BrokenSource(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    const auto count = bytes_.read(buffer);
    if (*count > 0) return count;
    return Error{"truncated", ""};
  }

 private:
  MemorySource bytes_;
};

TEST(LineSplitter, DropsTheLineInWhichTheStreamBreaks) {
  LineSplitter splitter(std::make_unique<BrokenSource>("whole\nhalf a li"), "test", 100);
  EXPECT_EQ((*splitter.next())->text, "whole");
  const auto broken = splitter.next();
  ASSERT_TRUE(broken && !*broken);
  EXPECT_EQ(broken->error().error.code, "truncated");
  EXPECT_EQ(broken->error().at, (Location{"test", 2}));
  EXPECT_FALSE(splitter.next());
}

}  // namespace
}  // namespace morgue
