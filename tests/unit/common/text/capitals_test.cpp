// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/capitals.h"

#include <gtest/gtest.h>

#include "common/text/fold.h"

namespace morgue {
namespace {

struct CapitalsCase {
  const char* word;
  bool any_capital, any_small;
  const char* why;
};

TEST(Capitals, AreThoseOfUnicode) {
  const CapitalsCase cases[] = {
      {"us", false, true, "small"},
      {"Us", true, true, "both"},
      {"US", true, false, "capitals"},
      {"U.S.", true, false, "signs have no case"},
      {"PEÑA", true, false, "accents"},
      {"ÉCOLE", true, false, "composed"},
      {"E\u0301COLE", true, false, "decomposed"},
      {"ǅ", true, false, "a title-case letter is a capital"},
      {"ß", false, true, "small without a capital of its own"},
      {"Москва", true, true, "Cyrillic"},
      {"北京", false, false, "a script without case"},
      {"2024", false, false, "digits"},
      {"", false, false, "nothing"},
  };
  for (const auto& [word, any_capital, any_small, why] : cases) {
    SCOPED_TRACE(std::string(word) + ": " + why);
    EXPECT_EQ(capitals_of(word).any_capital, any_capital);
    EXPECT_EQ(capitals_of(word).any_small, any_small);
  }
}

TEST(Capitals, AndAccentsCanBeLeftOutEachByItself) {
  EXPECT_EQ(without_accents("Peña"), "Pena");
  EXPECT_EQ(without_accents("PEN\u0303A"), "PENA");
  EXPECT_EQ(without_accents("Hawai\u2019i"), "Hawai'i");
  EXPECT_EQ(without_accents("हिन्दी"), "हिन्दी") << "marks that are letters stay";
  EXPECT_EQ(without_capitals("Peña"), "peña");
  EXPECT_EQ(without_capitals("PEN\u0303A"), "peña");
  EXPECT_EQ(without_capitals("STRASSE"), without_capitals("straße"));
}

}  // namespace
}  // namespace morgue
