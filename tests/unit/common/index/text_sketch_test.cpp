// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/text_sketch.h"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "common/base/index_error.h"

namespace morgue {
namespace {

HashSample whole(std::vector<std::uint32_t> hashes) {
  return {static_cast<std::uint32_t>(hashes.size()), std::move(hashes)};
}

TEST(SharedPart, OfWholeSetsIsExact) {
  EXPECT_EQ(shared_part(whole({1, 2, 3, 4}), whole({1, 2, 9})), 0.5);
  EXPECT_EQ(shared_part(whole({1, 2}), whole({1, 2, 9, 11})), 1);
  EXPECT_EQ(shared_part(whole({1, 2}), whole({3, 4})), 0);
  EXPECT_EQ(shared_part(whole({}), whole({3, 4})), 0);
  EXPECT_EQ(shared_part(whole({3, 4}), whole({})), 0);
}

TEST(SharedPart, LooksNoFurtherThanBothSamplesReach) {
  // Of 100 hashes the three smallest: what is above 30 is not known.
  const HashSample reaches_30{100, {10, 20, 30}};
  EXPECT_EQ(shared_part(whole({10, 25, 40, 50}), reaches_30), 0.5);
  EXPECT_EQ(shared_part(reaches_30, whole({10, 20, 40})), 2.0 / 3);
}

TEST(SharedPart, OfSamplesIsNearTheTruth) {
  std::mt19937 random(1);
  double error = 0;
  constexpr int kTimes = 200;
  for (int time = 0; time < kTimes; ++time) {
    std::vector<std::uint32_t> some;
    std::vector<std::uint32_t> others;
    for (int i = 0; i < 400; ++i) {
      const auto hash = static_cast<std::uint32_t>(random());
      some.push_back(hash);
      others.push_back(i < 240 ? hash : static_cast<std::uint32_t>(random()));
    }
    const auto sampled = [](std::vector<std::uint32_t> hashes) {
      std::sort(hashes.begin(), hashes.end());
      HashSample sample = whole(std::move(hashes));
      sample.hashes.resize(kSampledShingles);
      return sample;
    };
    error += std::abs(shared_part(sampled(some), sampled(others)) - 0.6);
  }
  EXPECT_LT(error / kTimes, 0.07);
}

TextSketch sketch(const std::string& title, const std::string& body) {
  Analyzer analyzer;
  TokenList title_words;
  TokenList body_words;
  analyzer.analyze(title, title_words);
  analyzer.analyze(body, body_words);
  return sketch_of(title_words.tokens(), body_words.tokens());
}

TEST(TextSketch, MarksAreNamesAndNumbers) {
  const std::string body =
      "On 5 May the mayor of Ostermere, Ängela Ríos, said that É-Bikes for 300 people would be "
      "paid for by the town, whatever the others in the region had decided to do instead of it.";
  EXPECT_EQ(sketch("", body).marks.of, 9U) << "On 5 May Ostermere Ängela Ríos É Bikes 300";
}

TEST(TextSketch, IsDecodedAsItWas) {
  std::string long_body;
  for (int i = 0; i < 500; ++i) long_body += "Word" + std::to_string(i) + " ";
  for (const TextSketch& one :
       {sketch("", ""), sketch("Some words of a title that is long enough", ""),
        sketch("Title", long_body), sketch("", "nothing here is a name, nor is there a number")}) {
    EXPECT_EQ(decode_sketch(encode_sketch(one)), one);
  }
  EXPECT_EQ(sketch("", long_body).shingles.of, 496U);
  EXPECT_EQ(sketch("", long_body).shingles.hashes.size(), kSampledShingles);
  EXPECT_EQ(encode_sketch({}), "");
}

TEST(TextSketch, DamageIsTold) {
  const std::string bytes = encode_sketch(sketch("", "one two three four five six seven eight"));
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    EXPECT_THROW(decode_sketch(bytes.substr(0, size)), IndexError) << size;
  }
  EXPECT_THROW(decode_sketch(bytes + "x"), IndexError);
}

}  // namespace
}  // namespace morgue
