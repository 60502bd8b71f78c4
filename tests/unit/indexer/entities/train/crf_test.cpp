// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/crf.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace morgue {
namespace {

/// Three tokens with two features each; the middle one begins a name and the last ends it.
CrfExample example() {
  CrfExample made;
  made.features = {0, 1, 2, 3, 4, 1};
  made.ends = {2, 4, 6};
  made.labels = {kOutside, label_of(EntityKind::Person, LabelPart::Begin),
                 label_of(EntityKind::Person, LabelPart::Last)};
  return made;
}

CrfOptions plain(std::size_t epochs) {
  CrfOptions options;
  options.left_out = 0;
  options.shrinkage = 0;
  options.averaged = 1;
  options.epochs = epochs;
  return options;
}

double score(const Crf& crf, const CrfExample& example, const std::vector<Label>& labels) {
  double sum = 0;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (; at < example.ends[i]; ++at) {
      sum += crf.weights(example.features[at], example.domain)[labels[i]];
    }
    sum += crf.transition(i == 0 ? kLabels : labels[i - 1], labels[i]);
  }
  return sum;
}

/// Calls `use` with each row of three labels that may stand so.
template <class Use>
void for_each_row(Use use) {
  for (Label a = 0; a < kLabels; ++a) {
    for (Label b = 0; b < kLabels; ++b) {
      for (Label c = 0; c < kLabels; ++c) {
        if (can_begin(a) && can_follow(a, b) && can_follow(b, c) && can_end(c)) use({a, b, c});
      }
    }
  }
}

/// Log-likelihood of a token, by adding up all rows of labels.
double likelihood(const Crf& crf, const CrfExample& example) {
  double all = 0;
  for_each_row([&](const std::vector<Label>& row) { all += std::exp(score(crf, example, row)); });
  return (score(crf, example, example.labels) - std::log(all)) / 3;
}

TEST(Crf, ItsLikelihoodIsThatOfAllRowsOfLabels) {
  const std::vector<CrfExample> examples{example()};
  for (std::size_t epochs = 0; epochs < 4; ++epochs) {
    Crf before(5, 1);
    before.train(
        examples, plain(epochs), [](const auto&) { return true; }, [](auto, auto) {});
    double told = 0;
    Crf after(5, 1);
    after.train(
        examples, plain(epochs + 1), [](const auto&) { return true; },
        [&](std::size_t, double value) { told = value; });
    EXPECT_NEAR(told, likelihood(before, examples[0]), 1e-4) << "after " << epochs << " epochs";
  }
}

TEST(Crf, LearnsAndLabelsTheBestRow) {
  const std::vector<CrfExample> examples{example()};
  std::vector<double> told;
  Crf crf(5, 1);
  crf.train(
      examples, plain(30), [](const auto&) { return true; },
      [&](std::size_t, double value) { told.push_back(value); });
  EXPECT_GT(told.back(), std::log(0.9));
  EXPECT_GT(told.back(), told.front());
  std::vector<Label> best;
  double most = -1e9;
  for_each_row([&](const std::vector<Label>& row) {
    if (score(crf, examples[0], row) <= most) return;
    most = score(crf, examples[0], row);
    best = row;
  });
  EXPECT_EQ(crf.label(examples[0]), best);
  EXPECT_EQ(best, examples[0].labels);
}

TEST(Crf, DomainsKeepApartWhatTheyDifferIn) {
  std::vector<CrfExample> examples{example(), example()};
  examples[1].domain = 1;
  examples[1].labels = {kOutside, kOutside, kOutside};
  Crf crf(5, 2);
  crf.train(
      examples, plain(60), [](const auto&) { return true; }, [](auto, auto) {});
  EXPECT_EQ(crf.label(examples[0]), examples[0].labels);
  EXPECT_EQ(crf.label(examples[1]), examples[1].labels);
}

TEST(Crf, TheSeedDecidesAll) {
  std::vector<CrfExample> examples{example(), example(), example()};
  examples[1].labels[0] = label_of(EntityKind::Place, LabelPart::Unit);
  const auto weight = [&](std::uint32_t seed) {
    CrfOptions options;
    options.seed = seed;
    Crf crf(5, 1);
    crf.train(
        examples, options, [](const auto&) { return true; }, [](auto, auto) {});
    return crf.weights(1, 0);
  };
  EXPECT_EQ(weight(1), weight(1));
  EXPECT_NE(weight(1), weight(2));
}

}  // namespace
}  // namespace morgue
