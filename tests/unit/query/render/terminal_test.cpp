// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/terminal.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TerminalFacts on_a_terminal() {
  TerminalFacts facts;
  facts.is_terminal = true;
  facts.columns = 100;
  facts.rows = 40;
  facts.term = "xterm";
  facts.pager = "less -FRX";
  return facts;
}

struct ColorCase {
  bool terminal;
  const char* no_color;
  const char* term;
  ColorMode mode;
  bool color;
  const char* why;
};

constexpr ColorCase kColorCases[] = {
    {true, "", "xterm", ColorMode::Auto, true, "a terminal"},
    {false, "", "xterm", ColorMode::Auto, false, "a pipe"},
    {true, "1", "xterm", ColorMode::Auto, false, "NO_COLOR is set"},
    {true, "", "dumb", ColorMode::Auto, false, "a dumb terminal"},
    {true, "1", "dumb", ColorMode::Always, true, "the flag wins over the environment"},
    {false, "", "xterm", ColorMode::Always, true, "the flag wins over a pipe"},
    {true, "", "xterm", ColorMode::Never, false, "the flag wins over a terminal"},
};

TEST(Terminal, ColorFollowsTheFlagThenTheEnvironment) {
  for (const ColorCase& test : kColorCases) {
    SCOPED_TRACE(test.why);
    TerminalFacts facts = on_a_terminal();
    facts.is_terminal = test.terminal;
    facts.no_color = test.no_color;
    facts.term = test.term;
    EXPECT_EQ(resolve_terminal(facts, test.mode, true).color, test.color);
  }
}

TEST(Terminal, WidthIsThatOfColumnsThenOfTheWindow) {
  TerminalFacts facts = on_a_terminal();
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, true).width, 100U);
  facts.columns_variable = "60";
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, true).width, 60U);
  facts.columns_variable = "wide";
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, true).width, 100U) << "nonsense is ignored";
  facts.columns = 0;
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, true).width, 80U) << "no window size";
  facts.is_terminal = false;
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, true).width, 0U) << "a pipe has no width";
}

TEST(Terminal, PagesOnlyOnATerminal) {
  TerminalFacts facts = on_a_terminal();
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, true).pager, "less -FRX");
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, false).pager, "") << "--no-pager";
  facts.pager = "cat";
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, true).pager, "");
  facts = on_a_terminal();
  facts.is_terminal = false;
  EXPECT_EQ(resolve_terminal(facts, ColorMode::Auto, true).pager, "");
}

TEST(Styled, WithoutColorNothingIsAdded) {
  EXPECT_EQ(styled("a", Style::Mark, false), "a");
  EXPECT_EQ(styled("a", Style::Mark, true), "\x1b[1;31ma\x1b[0m");
  EXPECT_EQ(styled_with_marks("a b c", {{2, 3}}, Style::Plain, false), "a b c");
  EXPECT_EQ(styled_with_marks("a b c", {{2, 3}}, Style::Plain, true), "a \x1b[1;31mb\x1b[0m c");
  EXPECT_EQ(styled_with_marks("a\x1b[2J", {}, Style::Plain, true), "a␛[2J");
}

}  // namespace
}  // namespace morgue
