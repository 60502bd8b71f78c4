// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/confidence.h"

#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace morgue {
namespace {

struct Tokens {
  std::vector<Emission> emissions;
  Transitions transitions{};
  bool begins_sentence = false;
  bool more_follows = false;
};

Tokens random_run(std::mt19937& random, std::size_t length, int most) {
  const auto score = [&] {
    return static_cast<std::int16_t>(static_cast<int>(random() % (2 * most + 1)) - most);
  };
  Tokens run;
  run.emissions.resize(length);
  for (Emission& emission : run.emissions) {
    for (auto& one : emission) one = score();
  }
  for (auto& row : run.transitions) {
    for (auto& one : row) one = score();
  }
  run.begins_sentence = random() % 2 == 0;
  run.more_follows = random() % 2 == 0;
  return run;
}

/// By trying all labellings: those that agree with `labels` from `first` on, of all.
double enumerated(const Tokens& run, std::size_t first, const std::vector<Label>& labels) {
  std::vector<Label> now(run.emissions.size(), 0);
  double all = 0;
  double agreeing = 0;
  for (;;) {
    double sum = 0;
    bool possible = can_begin(now.front()) && can_end(now.back());
    for (std::size_t i = 0; i < now.size() && possible; ++i) {
      const std::size_t before = i > 0                 ? now[i - 1]
                                 : run.begins_sentence ? kLabels
                                                       : std::size_t{kOutside};
      possible = i == 0 || can_follow(now[i - 1], now[i]);
      sum += run.transitions[before][now[i]];
      if (now[i] != kOutside) sum += run.emissions[i][now[i] - 1U];
    }
    if (run.more_follows) sum += run.transitions[now.back()][kOutside];
    if (possible) {
      const double share = std::exp(sum / kWeightScale);
      all += share;
      if (std::equal(labels.begin(), labels.end(), now.begin() + static_cast<long>(first))) {
        agreeing += share;
      }
    }
    std::size_t i = 0;
    while (i < now.size() && ++now[i] == kLabels) now[i++] = 0;
    if (i == now.size()) return agreeing / all;
  }
}

TEST(ConfidenceLaw, IsTheShareOfTheLabellingsThatAgree) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const Tokens run = random_run(random, 1 + random() % 3, 100);
    Confidence confidence(run.transitions);
    confidence.read(run.emissions, run.begins_sentence, run.more_follows);
    const Label unit = label_of(EntityKind::Organisation, LabelPart::Unit);
    for (std::size_t i = 0; i < run.emissions.size(); ++i) {
      EXPECT_NEAR(confidence.of(i, std::vector{unit}), enumerated(run, i, {unit}), 1e-4);
    }
    if (run.emissions.size() < 2) continue;
    const std::vector<Label> two{label_of(EntityKind::Person, LabelPart::Begin),
                                 label_of(EntityKind::Person, LabelPart::Last)};
    EXPECT_NEAR(confidence.of(0, two), enumerated(run, 0, two), 1e-4);
  }
}

TEST(ConfidenceLaw, TheBestPathOfAClearRunIsSureHoweverLongItIs) {
  std::mt19937 random(11);
  for (const std::size_t length : {1U, 10U, 1'000U}) {
    Tokens run = random_run(random, length, 3);
    const Label unit = label_of(EntityKind::Place, LabelPart::Unit);
    for (Emission& emission : run.emissions) emission[unit - 1U] = 30'000;
    Confidence confidence(run.transitions);
    confidence.read(run.emissions, true, false);
    EXPECT_NEAR(confidence.of(length / 2, std::vector{unit}), 1, 1e-4);
    EXPECT_NEAR(confidence.of(length / 2, std::vector<Label>{kOutside}), 0, 1e-4);
  }
}

}  // namespace
}  // namespace morgue
