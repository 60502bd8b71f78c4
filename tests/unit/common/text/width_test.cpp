// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/width.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "common/text/utf8.h"

namespace morgue {
namespace {

struct WidthCase {
  const char* text;
  std::size_t columns;
  const char* why;
};

constexpr WidthCase kWidths[] = {
    {"", 0, "nothing"},
    {"tariffs", 7, "ASCII"},
    {"Pe\u00F1a", 4, "one code point"},
    {"Pen\u0303a", 4, "a mark takes no column"},
    {"\u4E2D\u6587", 4, "ideographs are wide"},
    {"\uD55C\uAD6D", 4, "Hangul syllables are wide"},
    {"\u1112\u1161\u11AB", 2, "three jamo are one syllable"},
    {"\uFF76", 1, "half-width katakana"},
    {"\u0939\u093F", 1, "a vowel sign is drawn with its letter"},
    {"\U0001F600", 2, "emoji"},
    {"\U0001F468\u200D\U0001F469\u200D\U0001F467", 2, "a family is one picture"},
    {"\U0001F1F2\U0001F1FD", 2, "two regional indicators are one flag"},
    {"\u2764\uFE0F", 2, "a heart made a picture by its selector"},
    {"a\u200Bb", 2, "zero-width space"},
    {"\u2014", 1, "a dash of ambiguous width is narrow"},
};

TEST(DisplayWidth, CountsColumns) {
  for (const auto& [text, columns, why] : kWidths) {
    EXPECT_EQ(display_width(text), columns) << why;
  }
}

struct CutCase {
  const char* text;
  std::size_t columns;
  const char* cut;
  const char* why;
};

constexpr CutCase kCuts[] = {
    {"tariffs", 7, "tariffs", "it fits"},
    {"tariffs", 6, "tarif\u2026", "the mark takes a column"},
    {"tariffs", 1, "\u2026", "only the mark fits"},
    {"tariffs", 0, "", "not even the mark"},
    {"\u4E2D\u6587\u5831", 4, "\u4E2D\u2026", "half an ideograph is not shown"},
    {"en\u0303e", 2, "e\u2026", "a letter is not parted from its mark"},
    {"\U0001F1F2\U0001F1FDab", 3, "\U0001F1F2\U0001F1FD\u2026", "nor a flag in two"},
};

TEST(TruncateToWidth, CutsBetweenLetters) {
  for (const auto& [text, columns, cut, why] : kCuts) {
    EXPECT_EQ(truncate_to_width(text, columns), cut) << why;
  }
}

struct SafeCase {
  std::string text;
  const char* shown;
  const char* why;
};

TEST(SafeForTerminal, ShowsWhatWouldDriveIt) {
  const SafeCase cases[] = {
      {"plain", "plain", "nothing to do"},
      {"\x1B[31mred", "\u241B[31mred", "escape sequence"},
      {"a\rb", "a\u240Db", "carriage return would overwrite"},
      {std::string("a\0b", 3), "a\u2400b", "NUL"},
      {"a\x7F", "a\u2421", "delete"},
      {"a\u009Bb", "a\uFFFDb", "C1 control sequence introducer"},
      {"a\u202Eb\u2066c", "a\uFFFDb\uFFFDc", "bidi override and isolate"},
      {"a\nb\tc", "a b c", "white space"},
      {"\u05E9\u05DC\u05D5\u05DD \u4E2D", "\u05E9\u05DC\u05D5\u05DD \u4E2D", "other scripts stay"},
  };
  for (const auto& [text, shown, why] : cases) {
    EXPECT_EQ(safe_for_terminal(text), shown) << why;
  }
  EXPECT_EQ(safe_for_terminal("a\nb\tc\r", true), "a\nb c\u240D") << "only line feeds are kept";
}

TEST(WidthLaw, ACutTextFitsAndIsAPrefix) {
  EXPECT_TRUE(rc::check("truncate_to_width(t, n) takes at most n columns", [] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
        std::vector<std::string>{"a", " ", "\u00F1", "\u0303", "\u4E2D", "\U0001F600", "\u200D",
                                 "\U0001F1F2", "\u1112", "\u1161", "\x01", "\n"}));
    std::string text;
    for (const auto& part : parts) text += part;
    const auto columns = *rc::gen::inRange<std::size_t>(0, 20);
    std::string cut = truncate_to_width(text, columns);
    RC_ASSERT(is_valid_utf8(cut));
    RC_ASSERT(display_width(cut) <= columns);
    if (cut != text && columns > 0) {
      cut.resize(cut.size() - std::string("\u2026").size());
      RC_ASSERT(text.compare(0, cut.size(), cut) == 0);
    }
    const std::string safe = safe_for_terminal(text);
    RC_ASSERT(safe_for_terminal(safe) == safe);
  }));
}

}  // namespace
}  // namespace morgue
