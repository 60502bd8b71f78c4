// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/stem.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace morgue {
namespace {

struct SameStem {
  const char* lang;
  const char* one;
  const char* other;
};

constexpr SameStem kSameStem[] = {
    {"en", "tariffs", "tariff"},     {"en", "mexico's", "mexico"},
    {"en", "elections", "election"}, {"es", "aranceles", "arancel"},
    {"fr", "elections", "election"}, {"de", "zolle", "zoll"},
    {"pt", "governos", "governo"},   {"it", "governi", "governo"},
    {"nl", "kranten", "krant"},      {"sv", "tidningar", "tidning"},
    {"no", "aviser", "avis"},        {"nb", "aviser", "avis"},
    {"ru", "газеты", "газета"},      {"fi", "lehdet", "lehde"},
    {"hu", "lapok", "lap"},
};

TEST(Stemmer, BringsFormsOfAWordTogether) {
  for (const auto& [lang, one, other] : kSameStem) {
    const Stemmer stemmer(lang);
    EXPECT_EQ(stemmer.stem(one), stemmer.stem(other)) << lang << ": " << one << ", " << other;
  }
}

TEST(Stemmer, LeavesAloneWhatIsNoPlainWord) {
  const Stemmer english("en");
  for (const char* word : {"1990s", "c++s", "at&ts", "u.s", "#tariffs", "www.news", "news_items"}) {
    EXPECT_EQ(english.stem(word), word);
  }
}

TEST(Stemmer, TakesVowelSignsAsPartOfTheWord) {
  const Stemmer nepali("ne");
  EXPECT_NE(nepali.stem("\u0928\u0947\u092A\u093E\u0932\u0915\u094B"),
            "\u0928\u0947\u092A\u093E\u0932\u0915\u094B")
      << "the genitive ending comes off";
}

TEST(Stemmer, NeverGivesNothing) {
  for (const auto& lang : Stemmer::languages()) {
    const Stemmer stemmer(lang);
    EXPECT_EQ(stemmer.stem(""), "");
    for (const char* word : {"a", "s", "'", "'s", "ing", "ed", "\u0438", "\u0627\u0644"}) {
      EXPECT_NE(stemmer.stem(word), "") << lang << ": " << word;
    }
  }
}

TEST(Stemmer, NamesItsLanguages) {
  const auto languages = Stemmer::languages();
  EXPECT_EQ(languages.size(), 26u);
  EXPECT_TRUE(std::is_sorted(languages.begin(), languages.end()));
  EXPECT_TRUE(std::all_of(languages.begin(), languages.end(),
                          [](const std::string& lang) { return Stemmer::supports(lang); }));
  for (const char* lang : {"", "zh", "EN", "english", "eng"}) {
    EXPECT_FALSE(Stemmer::supports(lang)) << lang;
  }
}

TEST(Stemmer, CanBeMoved) {
  Stemmer first("en");
  Stemmer second = std::move(first);
  EXPECT_EQ(second.stem("tariffs"), "tariff");
}

}  // namespace
}  // namespace morgue
