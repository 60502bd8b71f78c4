// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/layout.h"

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "common/base/shell_quote.h"
#include "common/text/width.h"

namespace morgue {
namespace {

std::vector<std::string> lines_of(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const Span& line : wrap(text, width)) lines.emplace_back(line.of(text));
  return lines;
}

struct WrapCase {
  const char* text;
  std::size_t width;
  std::vector<std::string> lines;
  const char* why;
};

const WrapCase kWrapCases[] = {
    {"one two three", 7, {"one two", "three"}, "broken at a space"},
    {"one two three", 0, {"one two three"}, "no width, no breaks"},
    {"  one \n two ", 20, {"one \n two"}, "white space at the ends goes"},
    {"abcdefgh ij", 3, {"abc", "def", "gh", "ij"}, "a word longer than a line"},
    {"政府宣布", 4, {"政府", "宣布"}, "wide letters take two columns"},
    {"政", 1, {"政"}, "a letter wider than the line is shown all the same"},
    {"", 10, {""}, "nothing is one empty line"},
};

TEST(Wrap, FillsLinesByDisplayWidth) {
  for (const WrapCase& test : kWrapCases) {
    SCOPED_TRACE(test.why);
    EXPECT_EQ(lines_of(test.text, test.width), test.lines);
  }
}

TEST(Wrap, LosesNothingButWhiteSpaceAndKeepsToTheWidth) {
  EXPECT_TRUE(rc::check([] {
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "word", "关税政策", "extraordinarily", "ñ"));
    const auto width = *rc::gen::inRange<std::size_t>(2, 20);
    std::string text, letters, shown;
    for (const std::string& word : words) {
      text += word + ' ';
      letters += word;
    }
    for (const std::string& line : lines_of(text, width)) {
      RC_ASSERT(display_width(line) <= width);
      std::remove_copy(line.begin(), line.end(), std::back_inserter(shown), ' ');
    }
    RC_ASSERT(shown == letters);
  }));
}

TEST(Align, CountsEndInOneColumnInEveryScript) {
  const std::string table = align(
      {{"The Tribune", "1,100"}, {"人民日报", "64"}, {"עיתון", "9"}, {"e\u0301te\u0301", "7"}},
      {Align::Left, Align::Right}, 0);
  std::istringstream in(table);
  for (std::string line; std::getline(in, line);) {
    EXPECT_EQ(display_width(line), 18U) << line;
  }
}

TEST(Align, RightToLeftTextIsIsolated) {
  EXPECT_EQ(align({{"עיתון", "9"}}, {Align::Left, Align::Right}, 0), "\u2068עיתון\u2069  9\n");
  EXPECT_EQ(align({{"الأهرام", "9"}}, {Align::Left, Align::Right}, 0), "\u2068الأهرام\u2069  9\n");
  EXPECT_EQ(isolated("plain ñ 人 €"), "plain ñ 人 €");
}

TEST(Align, CutsTheFirstColumnToFit) {
  EXPECT_EQ(align({{"a very long name of an outlet", "64"}}, {Align::Left, Align::Right}, 20),
            "a very long nam…  64\n");
}

TEST(Align, MakesControlCharactersVisible) {
  EXPECT_EQ(align({{"a\x1b[31m", "1"}}, {Align::Left, Align::Right}, 0), "a␛[31m  1\n");
}

TEST(Numbers, AreGroupedForPeople) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "article", "articles"), "1 article");
  EXPECT_EQ(counted(0, "article", "articles"), "0 articles");
}

TEST(ShellQuote, MakesOneWord) {
  EXPECT_EQ(shell_quote("news.morgue"), "news.morgue");
  EXPECT_EQ(shell_quote("a b"), "'a b'");
  EXPECT_EQ(shell_quote("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_quote(""), "''");
  EXPECT_EQ(shell_quote("$HOME"), "'$HOME'");
}

}  // namespace
}  // namespace morgue
