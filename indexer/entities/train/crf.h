// SPDX-License-Identifier: GPL-3.0-or-later
// A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) and its training by
// AdaGrad (Duchi, Hazan, Singer 2011), with features left out at random (Srivastava et al. 2014)
// and a copy of each weight for each domain (Daume 2007: "Frustratingly Easy Domain Adaptation").
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/entities/tagger/labels.h"

namespace morgue {

/// A sentence as numbers of features.
struct CrfExample {
  std::vector<std::uint32_t> features;  ///< of all tokens, one after the other
  std::vector<std::uint32_t> ends;      ///< where those of each token end
  std::vector<Label> labels;
  std::uint32_t document = 0;
  std::uint32_t domain = 0;

  std::size_t size() const { return labels.size(); }
};

struct CrfOptions {
  float rate = 0.05F;       ///< of learning
  float shrinkage = 1e-4F;  ///< L2, on features that are looked at
  float left_out = 0.5F;    ///< share of features that are left out of a sentence
  std::size_t epochs = 10;
  std::size_t averaged = 3;  ///< the weights are the mean after each of the last so many epochs
  std::uint32_t seed = 1;
};

/// Space for the weights of a feature.
inline constexpr std::size_t kCrfStride = 20;
using CrfScores = std::array<float, kCrfStride>;

class Crf {
 public:
  Crf(std::size_t features, std::size_t domains);

  /// Trains on the examples that `use` takes. Examples and options alike: weights alike, to the
  /// last bit. `progress` is told of each epoch that is done, with the mean log-likelihood of a
  /// token.
  void train(const std::vector<CrfExample>& examples, const CrfOptions& options,
             const std::function<bool(const CrfExample&)>& use,
             const std::function<void(std::size_t epoch, double likelihood)>& progress);

  /// The best labels.
  std::vector<Label> label(const CrfExample& example) const;

  /// The weight of a feature for each label, in a domain.
  CrfScores weights(std::uint32_t feature, std::uint32_t domain) const;
  /// Of a label after another; kLabels: at the begin.
  float transition(std::size_t before, std::size_t after) const {
    return transitions_[before][after];
  }

 private:
  struct Work;
  double learn(const CrfExample& example, const CrfOptions& options, Work& work);
  void add_up(const CrfExample& example, Work& work) const;
  float* row(std::uint32_t feature, std::size_t copy) {
    return &weights_[(copy * features_ + feature) * kCrfStride];
  }
  const float* row(std::uint32_t feature, std::size_t copy) const {
    return &weights_[(copy * features_ + feature) * kCrfStride];
  }

  std::size_t features_;
  std::size_t domains_;
  std::vector<float> weights_;  // shared ones, then those of each domain
  std::vector<float> squares_;  // of what each weight has learnt, for AdaGrad
  std::array<std::array<float, kCrfStride>, kLabels + 1> transitions_{}, transition_squares_{};
};

}  // namespace morgue
