// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/concordance_text.h"

#include <sstream>

#include <gmock/gmock.h>

#include "common/text/width.h"

namespace morgue {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string shown(const std::string& left, const std::string& match, const std::string& right,
                  std::size_t width) {
  ConcordanceLine line;
  line.id = "id";
  line.date = *parse_partial_date("2024-05-01");
  line.left = left;
  line.match = match;
  line.right = right;
  Terminal terminal;
  terminal.is_terminal = width != 0;
  terminal.width = width;
  std::ostringstream out;
  write_concordance_line(line, terminal, out);
  return out.str();
}

/// Columns before a part of a line.
std::size_t column_of(const std::string& line, const std::string& part) {
  const std::size_t at = line.find(part);
  EXPECT_NE(at, line.npos) << line;
  return display_width(std::string_view(line).substr(0, at));
}

// The match stands in one column, whatever the script, and something of what is before it is seen.
TEST(ConcordanceText, AlignsMatchesOfAnyScript) {
  struct Case {
    const char* why;
    std::string left, match;
  };
  std::string chinese, japanese, arabic, latin, marks;
  for (int i = 0; i < 40; ++i) {
    chinese += "\u7ECF\u6D4E";
    japanese += "\u65B0\u805E\u306E";
    arabic += "\u0627\u0644\u062A\u062C\u0627\u0631\u0629 ";
    latin += "some words ";
    marks += "e\u0301e\u0301";
  }
  arabic.pop_back();
  latin.pop_back();
  const Case cases[] = {{"no words before", "", "X"},
                        {"Latin", latin, "X"},
                        {"Chinese has no spaces", chinese, "X"},
                        {"Japanese", japanese, "X"},
                        {"Arabic", arabic, "X"},
                        {"one long word with marks", marks, "X"}};
  for (const std::size_t width : {0U, 80U, 120U}) {
    const std::size_t wanted = column_of(shown("a", "X", "b", width), "X");
    for (const Case& one : cases) {
      SCOPED_TRACE(one.why);
      const std::string line = shown(one.left, one.match, "after", width);
      EXPECT_EQ(column_of(line, "X"), wanted) << line;
      if (one.left.empty()) continue;
      // At least half of the room is used.
      const std::string before = line.substr(0, line.find("X"));
      const std::size_t mark = before.find("\u2026 ");
      ASSERT_NE(mark, before.npos) << line;
      EXPECT_GT(display_width(std::string_view(before).substr(mark)), 10U) << line;
    }
  }
}

TEST(ConcordanceText, CutsAtWordsWhereThereAreWords) {
  const std::string line = shown("alpha beta gamma delta epsilon", "X", "", 60);
  EXPECT_THAT(line, HasSubstr("\u2026 "));
  EXPECT_THAT(line, Not(HasSubstr("\u2026 lpha")));
  const std::size_t mark = line.find("\u2026 ") + std::string("\u2026 ").size();
  const std::string rest = line.substr(mark, line.find("  X") - mark);
  EXPECT_THAT(std::string(" alpha beta gamma delta epsilon"), HasSubstr(" " + rest));
}

}  // namespace
}  // namespace morgue
