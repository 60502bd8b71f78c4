// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/lexicon.h"

#include <string>

#include <gtest/gtest.h>

#include "common/text/letters.h"
#include "indexer/entities/tagger/features.h"
#include "indexer/entities/tagger/word.h"

namespace morgue {
namespace {

TEST(Lexicon, OtherTextsAreErrorsWithTheirLine) {
  std::string many;
  for (int i = 0; i < 17; ++i) many += "list" + std::to_string(i) + "\tword\n";
  const struct {
    std::string lists, clusters;
    const char* message;
  } cases[] = {
      {"country\tPeru\n\nPeru", "", "lists, line 3: "},
      {"country\t", "", "lists, line 1: "},
      {many, "", "lists, line 17: "},
      {"", "de 1 2\nla x\n", "clusters, line 2: "},
      {"", "de 1  2\n", "clusters, line 1: "},
      {"", "de 99999999\n", "clusters, line 1: "},
  };
  for (const auto& one : cases) {
    const auto made = Lexicon::make(one.lists, one.clusters);
    ASSERT_FALSE(made) << one.message;
    EXPECT_EQ(made.error().code, "lexicon");
    EXPECT_EQ(made.error().message.find(one.message), 0U) << made.error().message;
  }
}

/// The marks of each word for the lists of a text: "B", "I", "L", "U" or "-", for the first list.
std::string phrases(const std::string& lists, const std::vector<std::string>& words) {
  const auto made = Lexicon::make(lists, "");
  EXPECT_TRUE(made);
  WordCache cache(*made);
  Sentence sentence;
  for (const std::string& word : words) sentence.words.push_back(cache.find(word));
  PhraseMarks marks;
  find_phrases(sentence, *made, marks);
  std::string out;
  for (const std::uint64_t mark : marks) {
    const auto bits = static_cast<unsigned>(mark & 15U);
    out += bits == 0   ? '-'
           : bits == 1 ? 'B'
           : bits == 2 ? 'I'
           : bits == 4 ? 'L'
           : bits == 8 ? 'U'
                       : '*';
  }
  return out;
}

TEST(Lexicon, PhrasesAreFoundInSentences) {
  const std::string places = "place\tNew York\nplace\tYork\nplace\tUnited States of America\n";
  EXPECT_EQ(phrases(places, {"in", "New", "York"}), "-B*") << "the end of one, and one itself";
  EXPECT_EQ(phrases(places, {"New", "Jersey"}), "--");
  EXPECT_EQ(phrases(places, {"UNITED", "STATES", "OF", "AMERICA"}), "BIIL") << "capitals";
  EXPECT_EQ(phrases(places, {"United", "States", "of", "America"}), "BIIL") << "a small word";
  EXPECT_EQ(phrases(places, {"new", "york"}), "--") << "small letters name nothing";
  EXPECT_EQ(phrases(places, {"United", "States", "of"}), "---") << "half a phrase";
}

}  // namespace
}  // namespace morgue
