// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/pattern.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

struct PatternCase {
  const char* pattern;
  const char* word;
  bool matches;
  const char* why;
};

TEST(Pattern, MatchesWholeWords) {
  const PatternCase cases[] = {
      {"tarif*", "tarif", true, "a star may be nothing"},
      {"tarif*", "tariffs", true, "or several letters"},
      {"tarif*", "atarif", false, "the start is the start"},
      {"*fin*", "definition", true, "stars on both sides"},
      {"*a*a*", "banana", true, "several stars"},
      {"*a*b", "banana", false, "the end is the end"},
      {"p?na", "pena", true, "one letter"},
      {"p?na", "pna", false, "not none"},
      {"p?na", "p\u00f1na", true, "one letter of two bytes"},
      {"?", "\U0001d49c", true, "one letter of four bytes"},
      {"a\\*", "a*", true, "an escaped star is a star"},
      {"a\\*", "ab", false, "and nothing else"},
      {"", "", true, "nothing is nothing"},
      {"*", "", true, "a star is also nothing"},
      {"?", "", false, "a question mark is not"},
  };
  for (const auto& [pattern, word, matches, why] : cases) {
    EXPECT_EQ(matches_pattern(pattern, word), matches) << pattern << " " << word << ": " << why;
  }
}

/// The definition, by trying every split.
bool by_definition(std::string_view pattern, std::string_view word) {
  if (pattern.empty()) return word.empty();
  if (pattern.front() == '*') {
    return by_definition(pattern.substr(1), word) ||
           (!word.empty() && by_definition(pattern, word.substr(1)));
  }
  return !word.empty() && (pattern.front() == '?' || pattern.front() == word.front()) &&
         by_definition(pattern.substr(1), word.substr(1));
}

TEST(Pattern, IsWhatItsDefinitionSays) {
  EXPECT_TRUE(rc::check([] {
    const auto text = [](const std::string& letters) {
      const std::size_t length = *rc::gen::inRange<std::size_t>(0, 12);
      return *rc::gen::container<std::string>(length, rc::gen::elementOf(letters));
    };
    const std::string pattern = text("ab*?");
    const std::string word = text("ab");
    RC_ASSERT(matches_pattern(pattern, word) == by_definition(pattern, word));
    if (matches_pattern(pattern, word)) RC_ASSERT(word.starts_with(literal_start(pattern)));
  }));
}

}  // namespace
}  // namespace morgue
