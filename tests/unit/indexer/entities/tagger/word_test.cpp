// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/word.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/entities/tagger/sentence.h"

namespace morgue {
namespace {

using enum WordCase;

Lexicon lexicon() {
  auto made = Lexicon::make("first\tClaudia\ncr5\trubio\n", "claudia 1 2\nRubio 3 4\n00-year 5\n");
  EXPECT_TRUE(made);
  return std::move(*made);
}

TEST(Word, HasACase) {
  const std::pair<const char*, WordCase> cases[] = {
      {"said", Small},        {"Rubio", Initial},
      {"RUBIO", AllCapitals}, {"McDonald", Mixed},
      {"J", SingleCapital},   {"J.", SingleCapital},
      {"1996", Number},       {"3.5", Number},
      {"--", Mark},           {"iPhone", CapitalInside},
      {"Peña", Initial},      {"ÉL", AllCapitals},
      {"ñ", Small},           {"Иванов", Initial},
      {"U.S.", AllCapitals},  {"Covid-19", Initial},
      {"漢字", Small},
  };
  for (const auto& [written, letters] : cases) {
    EXPECT_EQ(make_word(written, Lexicon()).letters, letters) << written;
  }
}

TEST(Word, ShapesForgetLettersAndLength) {
  const auto shape = [](const char* written) { return make_word(written, Lexicon()).shape; };
  const auto short_shape = [](const char* written) {
    return make_word(written, Lexicon()).short_shape;
  };
  EXPECT_EQ(shape("Rubio"), shape("Sheinbaum"));
  EXPECT_NE(shape("Li"), shape("Rubio")) << "up to three alike count";
  EXPECT_EQ(short_shape("Li"), short_shape("Rubio"));
  EXPECT_NE(short_shape("LI"), short_shape("Li"));
  EXPECT_NE(short_shape("3.5"), short_shape("35"));
}

TEST(Word, IsFoundInListsAndClusters) {
  const Lexicon words = lexicon();
  EXPECT_EQ(make_word("Claudia", words).lists, kFirstNames);
  EXPECT_EQ(make_word("CLAUDIA", words).lists, kFirstNames);
  EXPECT_EQ(make_word("Claudio", words).lists, 0);
  EXPECT_EQ(make_word("RUBIO", words).capital_ratio, 6);
  EXPECT_EQ(make_word("Claudia", words).clusters[0], 1) << "by its small letters";
  EXPECT_EQ(make_word("RUBIO", words).clusters[1], 4) << "by how it is mostly written";
  EXPECT_EQ(make_word("21-year", words).clusters[0], 5) << "digits are 0";
  EXPECT_EQ(make_word("rubio", words).clusters[0], 0) << "small letters are another word";
}

TEST(WordCache, GivesEachWordOnce) {
  const Lexicon words = lexicon();
  WordCache cache(words);
  const TaggerWord* first = cache.find("Claudia");
  EXPECT_NE(cache.find("claudia"), first);
  EXPECT_EQ(cache.find("Claudia"), first);
}

TEST(Sentence, ItsCapitalsMayMeanNothing) {
  const Lexicon none;
  WordCache cache(none);
  const std::pair<std::vector<const char*>, SentenceCase> cases[] = {
      {{"Rubio", "said", "that", "he", "would", "wait"}, SentenceCase::Normal},
      {{"BIDEN", "SIGNS", "TARIFF", "BILL"}, SentenceCase::AllCapitals},
      {{"Biden", "Signs", "Tariff", "Bill", "After", "Long", "Debate"}, SentenceCase::TitleCase},
      {{"BIDEN"}, SentenceCase::Normal},
      {{"1", "-", "2"}, SentenceCase::Normal},
      {{}, SentenceCase::Normal},
  };
  for (const auto& [words, letters] : cases) {
    Sentence sentence;
    for (const char* word : words) sentence.words.push_back(cache.find(word));
    judge_case(sentence);
    EXPECT_EQ(sentence.letters, letters) << (words.empty() ? "nothing" : words[0]);
  }
}

}  // namespace
}  // namespace morgue
