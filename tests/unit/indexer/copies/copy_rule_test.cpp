// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/copies/copy_rule.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/indexer/copies/made_texts.h"

namespace morgue {
namespace {

using test_support::made_text;
using test_support::sketch;

constexpr Publication kHerald{20'000, 1};
constexpr Publication kPost{20'000, 2};
constexpr Publication kUnknown{20'000, 0};

Publication later(Publication publication, int days) {
  publication.day += days;
  return publication;
}

std::string with_other_names(std::string text) {
  for (std::size_t at = 0; (at = text.find("Name", at)) != text.npos; ++at) text[at + 3] = 'o';
  return text;
}

const std::string kStory = made_text(1, 300);

struct Case {
  const char* reason;
  std::string copy;
  Publication first, second;
  bool copies;
};

const Case kCases[] = {
    {"the same text", kStory, kHerald, kPost, true},
    {"the same text in one outlet, weeks later", kStory, kHerald, later(kHerald, 30), true},
    {"cut to a half", made_text(1, 150), kHerald, kPost, true},
    {"cut to less than a fifth: a mention", made_text(1, 50), kHerald, kPost, false},
    {"most of it, the rest another's", made_text(1, 255) + made_text(2, 45), kHerald, kPost, true},
    {"a third of it, the rest another's", made_text(1, 100) + made_text(2, 200), kHerald, kPost,
     false},
    {"another story", made_text(3, 300), kHerald, kPost, false},
    {"a version of the same outlet within days", made_text(1, 285) + made_text(2, 15), kHerald,
     later(kHerald, 1), true},
    {"most of it in the same outlet, weeks later: a form", made_text(1, 255) + made_text(2, 45),
     kHerald, later(kHerald, 30), false},
    {"most of it, outlets not known, weeks apart: a form", made_text(1, 255) + made_text(2, 45),
     kUnknown, later(kUnknown, 30), false},
    {"most of it, outlets not known, the same day", made_text(1, 255) + made_text(2, 45), kUnknown,
     kUnknown, true},
    {"most of it, undated: nothing says that it is a form",
     made_text(1, 255) + made_text(2, 45),
     {kUndated, 0},
     {kUndated, 0},
     true},
    {"every name another: a form filled in again", with_other_names(kStory), kHerald, kHerald,
     false},
    {"every name another, in another outlet", with_other_names(kStory), kHerald, kPost, false},
};

TEST(CopyRule, Table) {
  for (const Case& test : kCases) {
    const TextSketch first = sketch(kStory);
    const TextSketch second = sketch(test.copy);
    const double part = copied_part(first, test.first, second, test.second);
    EXPECT_EQ(part > 0, test.copies) << test.reason << ": " << part;
    EXPECT_EQ(part, copied_part(second, test.second, first, test.first)) << "the other way round";
  }
}

TEST(CopyRule, ShortTextsMustBeTheSame) {
  const std::string brief = "Alpha Corp sets a quarterly dividend of eight cents.";
  const auto part = [&](const TextSketch& a, const TextSketch& b) {
    return copied_part(a, kHerald, b, kPost);
  };
  EXPECT_EQ(part(sketch(brief, "Alpha dividend"), sketch(brief, "Alpha dividend")), 1);
  EXPECT_EQ(part(sketch(brief, "Alpha dividend"), sketch(brief, "ALPHA dividend")), 1)
      << "capitals are no difference";
  EXPECT_EQ(part(sketch(brief, "Alpha dividend"), sketch(brief, "Beta dividend")), 0);
  EXPECT_EQ(part(sketch(brief), sketch(brief + " It was seven.")), 0);
  EXPECT_EQ(part(sketch("Weather", "Weather"), sketch("Weather", "Weather")), 0)
      << "a heading and nothing more is nobody's text";
  EXPECT_EQ(part(sketch(""), sketch("")), 0);
}

}  // namespace
}  // namespace morgue
