// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/train_model.h"

#include <sstream>

#include <gtest/gtest.h>

#include "indexer/entities/train/evaluate.h"

namespace morgue {
namespace {

/// Documents of one pattern: a person said something in a place, and an organisation did not.
std::vector<LabelledDocument> documents(std::size_t count, std::size_t first = 0) {
  const char* people[] = {"Ana Ruiz", "Bo Lind", "Cy Tarr", "Di Moss", "Ed Vane", "Flo Hart"};
  const char* places[] = {"Lowgate", "Brackwater", "Norholm", "Teme", "Calder"};
  const char* firms[] = {"Teme Power", "Lowgate Bank", "Norholm Steel"};
  std::ostringstream text;
  for (std::size_t i = first; i < first + count; ++i) {
    std::istringstream person(people[i % 6]);
    std::istringstream firm(firms[i % 3]);
    std::string word;
    text << "-DOCSTART-\tO\n\nYesterday\tO\n";
    for (const char* mark = "B"; person >> word; mark = "I")
      text << word << '\t' << mark << "-PER\n";
    text << "spoke\tO\nin\tO\n" << places[i % 5] << "\tB-LOC\n.\tO\n\nThe\tO\nfirm\tO\n";
    for (const char* mark = "B"; firm >> word; mark = "I") text << word << '\t' << mark << "-ORG\n";
    text << "was\tO\nsilent\tO\n.\tO\n\n";
  }
  std::istringstream in(text.str());
  auto read = read_labelled(in);
  EXPECT_TRUE(read);
  return std::move(*read);
}

constexpr const char* kLists = "first\tAna\nfirst\tBo\norgsuf\tBank\nplace\tLowgate\n";

ModelParts trained(std::uint32_t seed, unsigned jobs) {
  TrainOptions options;
  options.crf.seed = seed;
  options.crf.epochs = 6;
  options.jobs = jobs;
  options.smallest_weight = 0.1F;
  auto parts = train_model({{documents(40), 0}, {documents(20, 7), 1}}, kLists, "in 1\n", options,
                           [](const std::string&) {});
  EXPECT_TRUE(parts);
  return std::move(*parts);
}

TEST(TrainModel, TheSameSeedGivesTheSameFileWithAnyNumberOfThreads) {
  const std::string file = encode_model(trained(1, 1));
  EXPECT_EQ(encode_model(trained(1, 1)), file);
  EXPECT_EQ(encode_model(trained(1, 3)), file);
  EXPECT_NE(encode_model(trained(2, 1)), file);
}

TEST(TrainModel, TheModelFindsSuchNamesAgain) {
  auto model = decode_model(encode_model(trained(1, 2)));
  ASSERT_TRUE(model);
  Tagger tagger(std::make_shared<const TaggerModel>(std::move(*model)));
  const NameScores scores = evaluate(tagger, documents(30, 100));
  for (std::size_t kind = 0; kind < 3; ++kind) {
    EXPECT_EQ(scores[kind].marked, 30U);
    EXPECT_GE(scores[kind].f1(), 99) << score_table(scores);
  }
  const LabelledDocument shouted = with_case(documents(1, 3).front(), CaseCopy::Capitals);
  EXPECT_GE(evaluate(tagger, {shouted})[0].right, 1U) << "a share of it was learnt in capitals";
}

TEST(TrainModel, BadListsAreErrors) {
  EXPECT_FALSE(train_model({{documents(2), 0}}, "nonsense", "", {}, [](const std::string&) {}));
}

}  // namespace
}  // namespace morgue
