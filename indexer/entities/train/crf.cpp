// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/crf.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace morgue {
namespace {

constexpr float kTiny = 1e-30F;
constexpr float kSmallestStep = 1e-3F;  // tokens that are understood this well teach nothing

/// xoshiro256** (Blackman, Vigna 2018), seeded by splitmix64: the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (std::uint64_t& state : state_) {
      seed += 0x9E3779B97F4A7C15ULL;
      std::uint64_t z = seed;
      z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
      z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
      state = z ^ (z >> 31U);
    }
  }
  std::uint32_t next() {
    const std::uint64_t result = turned(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = turned(state_[3], 45);
    return static_cast<std::uint32_t>(result >> 32U);
  }
  std::size_t below(std::size_t end) {
    return static_cast<std::size_t>((std::uint64_t{next()} * end) >> 32U);
  }

 private:
  static std::uint64_t turned(std::uint64_t x, unsigned by) { return x << by | x >> (64 - by); }
  std::array<std::uint64_t, 4> state_{};
};

bool allowed(std::size_t before, std::size_t after) {
  if (before == kLabels) return can_begin(static_cast<Label>(after));
  return can_follow(static_cast<Label>(before), static_cast<Label>(after));
}

/// One AdaGrad step for the weights of a feature.
void step(float* weights, float* squares, const CrfScores& wrong, const CrfOptions& options) {
  for (std::size_t label = 0; label < kCrfStride; ++label) {
    const float gradient = wrong[label] + options.shrinkage * weights[label];
    squares[label] += gradient * gradient;
    weights[label] -= options.rate * gradient / std::sqrt(squares[label] + 1e-6F);
  }
}

}  // namespace

/// Memory that is used again for each sentence.
struct Crf::Work {
  explicit Work(std::uint32_t seed) : random(seed) {}

  Random random;
  std::vector<std::uint8_t> kept;  // features; empty: all
  std::vector<CrfScores> scores, likely, forward, backward;
  std::vector<float> scale;
  std::array<CrfScores, kLabels + 1> step{};  // exp of the transitions
};

Crf::Crf(std::size_t features, std::size_t domains)
    : features_(features),
      domains_(domains),
      weights_(features * (domains + 1) * kCrfStride),
      squares_(weights_.size()) {}

void Crf::add_up(const CrfExample& example, Work& work) const {
  work.scores.assign(example.size(), CrfScores{});
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < example.size(); ++i) {
    CrfScores& scores = work.scores[i];
    for (; at < example.ends[i]; ++at) {
      if (!work.kept.empty() && work.kept[at] == 0) continue;
      const float* shared = row(example.features[at], 0);
      const float* own = row(example.features[at], example.domain + 1);
      for (std::size_t label = 0; label < kCrfStride; ++label) {
        scores[label] += shared[label] + own[label];
      }
    }
  }
}

double Crf::learn(const CrfExample& example, const CrfOptions& options, Work& work) {
  const std::size_t n = example.size();
  const auto limit = static_cast<std::uint32_t>(options.left_out * 4294967295.0);
  work.kept.resize(example.features.size());
  for (std::uint8_t& kept : work.kept) kept = work.random.next() >= limit ? 1 : 0;
  add_up(example, work);

  for (std::size_t before = 0; before <= kLabels; ++before) {
    for (std::size_t after = 0; after < kLabels; ++after) {
      work.step[before][after] = allowed(before, after) ? std::exp(transitions_[before][after]) : 0;
    }
  }
  double likelihood = 0;
  work.likely.assign(n, CrfScores{});
  for (std::size_t i = 0; i < n; ++i) {
    const CrfScores& scores = work.scores[i];
    const float most = *std::max_element(scores.begin(), scores.begin() + kLabels);
    for (std::size_t label = 0; label < kLabels; ++label) {
      work.likely[i][label] = std::exp(scores[label] - most);
    }
    likelihood += static_cast<double>(scores[example.labels[i]] - most);
  }

  work.forward.assign(n, CrfScores{});
  work.backward.assign(n, CrfScores{});
  work.scale.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    CrfScores& here = work.forward[i];
    if (i == 0) {
      here = work.step[kLabels];
    } else {
      for (std::size_t before = 0; before < kLabels; ++before) {
        const float value = work.forward[i - 1][before];
        if (value <= 0) continue;
        for (std::size_t after = 0; after < kCrfStride; ++after) {
          here[after] += value * work.step[before][after];
        }
      }
    }
    for (std::size_t label = 0; label < kCrfStride; ++label) here[label] *= work.likely[i][label];
    if (i + 1 == n) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        if (!can_end(static_cast<Label>(label))) here[label] = 0;
      }
    }
    const float sum = std::accumulate(here.begin(), here.begin() + kLabels, kTiny);
    for (float& value : here) value /= sum;
    work.scale[i] = sum;
    likelihood -= std::log(static_cast<double>(sum));
  }

  std::array<CrfScores, kLabels + 1> wrong_steps{};
  for (std::size_t label = 0; label < kLabels; ++label) {
    work.backward[n - 1][label] = can_end(static_cast<Label>(label)) ? 1.0F : 0.0F;
  }
  for (std::size_t i = n - 1; i > 0; --i) {
    CrfScores ahead{};
    for (std::size_t label = 0; label < kLabels; ++label) {
      ahead[label] = work.backward[i][label] * work.likely[i][label] / work.scale[i];
    }
    for (std::size_t before = 0; before < kLabels; ++before) {
      float sum = 0;
      for (std::size_t after = 0; after < kLabels; ++after) {
        const float value = work.step[before][after] * ahead[after];
        sum += value;
        wrong_steps[before][after] += work.forward[i - 1][before] * value;
      }
      work.backward[i - 1][before] = sum;
    }
    wrong_steps[example.labels[i - 1]][example.labels[i]] -= 1;
    likelihood += static_cast<double>(transitions_[example.labels[i - 1]][example.labels[i]]);
  }
  for (std::size_t label = 0; label < kLabels; ++label) {
    wrong_steps[kLabels][label] += work.forward[0][label] * work.backward[0][label];
  }
  wrong_steps[kLabels][example.labels[0]] -= 1;
  likelihood += static_cast<double>(transitions_[kLabels][example.labels[0]]);

  std::uint32_t at = 0;
  for (std::size_t i = 0; i < n; ++i) {
    CrfScores wrong{};
    float sum = kTiny;
    for (std::size_t label = 0; label < kLabels; ++label) {
      wrong[label] = work.forward[i][label] * work.backward[i][label];
      sum += wrong[label];
    }
    for (float& value : wrong) value /= sum;
    wrong[example.labels[i]] -= 1;
    const bool teaches = std::any_of(wrong.begin(), wrong.end(),
                                     [](float value) { return std::fabs(value) > kSmallestStep; });
    for (; at < example.ends[i]; ++at) {
      if (!teaches || work.kept[at] == 0) continue;
      for (const std::size_t copy : {std::size_t{0}, std::size_t{example.domain} + 1}) {
        const std::size_t place = (copy * features_ + example.features[at]) * kCrfStride;
        step(&weights_[place], &squares_[place], wrong, options);
      }
    }
  }
  CrfOptions plain = options;
  plain.shrinkage = 0;
  for (std::size_t before = 0; before <= kLabels; ++before) {
    step(transitions_[before].data(), transition_squares_[before].data(), wrong_steps[before],
         plain);
  }
  return likelihood;
}

void Crf::train(const std::vector<CrfExample>& examples, const CrfOptions& options,
                const std::function<bool(const CrfExample&)>& use,
                const std::function<void(std::size_t, double)>& progress) {
  std::vector<const CrfExample*> order;
  double tokens = 0;
  for (const CrfExample& example : examples) {
    if (example.size() == 0 || !use(example)) continue;
    order.push_back(&example);
    tokens += static_cast<double>(example.size());
  }
  Work work(options.seed);
  std::vector<float> sums;
  auto transition_sums = transitions_;
  for (auto& sum : transition_sums) sum.fill(0);
  for (std::size_t epoch = 1; epoch <= options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[work.random.below(i)]);
    }
    double likelihood = 0;
    for (const CrfExample* example : order) likelihood += learn(*example, options, work);
    if (epoch + options.averaged > options.epochs) {
      sums.resize(weights_.size());
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weights_[i];
      for (std::size_t i = 0; i <= kLabels; ++i) {
        for (std::size_t k = 0; k < kCrfStride; ++k) transition_sums[i][k] += transitions_[i][k];
      }
    }
    progress(epoch, likelihood / std::max(tokens, 1.0));
  }
  const auto averaged = static_cast<float>(std::min(options.averaged, options.epochs));
  if (averaged < 1) return;
  for (std::size_t i = 0; i < sums.size(); ++i) weights_[i] = sums[i] / averaged;
  for (std::size_t i = 0; i <= kLabels; ++i) {
    for (std::size_t k = 0; k < kCrfStride; ++k)
      transitions_[i][k] = transition_sums[i][k] / averaged;
  }
}

std::vector<Label> Crf::label(const CrfExample& example) const {
  const std::size_t n = example.size();
  std::vector<Label> labels(n, kOutside);
  if (n == 0) return labels;
  Work work(0);
  add_up(example, work);
  constexpr float kImpossible = -1e30F;
  std::vector<std::array<float, kLabels>> best(n);
  std::vector<std::array<Label, kLabels>> from(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t after = 0; after < kLabels; ++after) {
      float most = i == 0 && allowed(kLabels, after) ? transitions_[kLabels][after] : kImpossible;
      for (std::size_t before = 0; i > 0 && before < kLabels; ++before) {
        if (!allowed(before, after)) continue;
        const float score = best[i - 1][before] + transitions_[before][after];
        if (score > most) {
          most = score;
          from[i][after] = static_cast<Label>(before);
        }
      }
      best[i][after] = most + work.scores[i][after];
    }
  }
  Label last = kOutside;
  float most = 2 * kImpossible;
  for (Label label = 0; label < kLabels; ++label) {
    if (can_end(label) && best[n - 1][label] > most) {
      most = best[n - 1][label];
      last = label;
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = last;
    last = from[i][last];
  }
  return labels;
}

CrfScores Crf::weights(std::uint32_t feature, std::uint32_t domain) const {
  CrfScores sum{};
  const float* shared = row(feature, 0);
  const float* own = row(feature, domain + 1);
  for (std::size_t label = 0; label < kLabels; ++label) sum[label] = shared[label] + own[label];
  return sum;
}

}  // namespace morgue
