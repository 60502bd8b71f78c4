// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/term.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "common/index/schema.h"

namespace morgue {
namespace {

struct TermCase {
  std::string got, expected;
  const char* why;
};

TEST(Term, IsSpelledAsTheSchemaSays) {
  const TermCase cases[] = {
      {word_term("", "tariffs"), "tariffs", "a word of title or body has no prefix"},
      {word_term("S", "tariffs"), "Stariffs", "a title word has the engine's usual prefix"},
      {value_term("XSRC:", "El País"), "XSRC:=El País", "a whole value keeps case and accents"},
      {exact_term("morena", "Morena"),
       "XEmorena\x1f"
       "1",
       "first letter capital"},
      {exact_term("morena", "MORENA"),
       "XEmorena\x1f"
       "2",
       "all capitals"},
      {exact_term("a", "A"),
       "XEa\x1f"
       "1",
       "one capital letter has one spelling"},
      {exact_term("u.s", "U.S"),
       "XEu.s\x1f"
       "2",
       "signs between capitals do not matter"},
      {exact_term("mcdonald", "McDonald"), "XEmcdonald\x1f:McDonald", "any other capitals"},
      {exact_term("pena", "Peña"), "XEpena\x1f:Peña", "accents: the form itself"},
      {has_term("date"), "XHAS:date", "presence of a field"},
      {id_term("senate/1"), "Qsenate/1", "ids as given"},
      {stem_key("en", "tariff"), "en:tariff", "stems by language"},
  };
  for (const auto& [got, expected, why] : cases) EXPECT_EQ(got, expected) << why;
}

TEST(Term, FieldTableHasNoTwoMeanings) {
  std::set<std::string_view> names;
  std::set<std::string_view> prefixes;
  for (const Field& field : kFields) {
    EXPECT_TRUE(names.insert(field.name).second) << field.name;
    for (const std::string_view alias : field.aliases) {
      if (!alias.empty()) {
        EXPECT_TRUE(names.insert(alias).second) << alias;
      }
    }
    if (field.prefix.empty() || field.kind == FieldKind::Presence) continue;
    for (const std::string_view other : prefixes) {
      EXPECT_FALSE(field.prefix.starts_with(other) || other.starts_with(field.prefix))
          << field.prefix << " and " << other;
    }
    prefixes.insert(field.prefix);
  }
}

TEST(Term, IsNeverTooLongForTheEngineAndStaysApart) {
  EXPECT_TRUE(rc::check([](const std::string& start, bool nul) {
    const std::string base = start + std::string(200 + start.size(), nul ? '\0' : 'x');
    const std::string one = word_term("XSRC:", base + "one");
    const std::string two = word_term("XSRC:", base + "two");
    const auto nuls = static_cast<std::size_t>(std::count(one.begin(), one.end(), '\0'));
    RC_ASSERT(one.size() + nuls <= kMaxTermBytes);
    RC_ASSERT(one != two);
    RC_ASSERT(word_term("XSRC:", base + "one") == one);
  }));
}

TEST(Term, ALongTermIsCutBetweenCharacters) {
  std::string folded;
  for (int i = 0; i < 200; ++i) folded += "ñ";
  const std::string term = word_term("", folded);
  const std::string kept = term.substr(0, term.size() - 17);
  EXPECT_EQ(kept.size() % 2, 0U);
  EXPECT_TRUE(folded.starts_with(kept));
}

TEST(Term, ExactFormsOfAWordAreOneWalk) {
  const std::string prefix = exact_terms_prefix("morena");
  for (const char* form : {"Morena", "MORENA", "MoRena", "Moreña"}) {
    EXPECT_TRUE(exact_term("morena", form).starts_with(prefix)) << form;
  }
  EXPECT_FALSE(exact_term("morenas", "Morenas").starts_with(prefix)) << "another word";
}

TEST(ExtraPrefix, KeepsLongNamesApart) {
  const std::string name(100, 'n');
  EXPECT_NE(extra_prefix(name + "a"), extra_prefix(name + "b"));
  EXPECT_EQ(extra_prefix("topics"), "XFtopics\x1f");
  EXPECT_LE(extra_prefix(std::string(1000, 'n')).size(), 102U);
}

TEST(Term, TellsHowAWordWasWritten) {
  const std::pair<const char*, const char*> kWords[] = {
      {"morena", "Morena"}, {"morena", "MORENA"}, {"a", "A"},          {"pena", "Peña"},
      {"u.s", "U.S"},       {"iphone", "iPhone"}, {"c++", "C++"},      {"strasse", "straße"},
      {"metoo", "#MeToo"},  {"covid", "COVID"},   {"москва", "Москва"}};
  for (const auto& [folded, exact] : kWords) {
    EXPECT_EQ(written_form(folded, exact_term(folded, exact)), exact);
  }
  EXPECT_EQ(written_form("morena",
                         "XEother\x1f"
                         "1"),
            "")
      << "of another word";
  const std::string longest(300, 'x');
  EXPECT_EQ(written_form(longest, exact_term(longest, "X" + longest.substr(1))), "") << "hashed";
}

}  // namespace
}  // namespace morgue
