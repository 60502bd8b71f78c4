// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/viterbi.h"

namespace morgue {
namespace {

constexpr std::int32_t kImpossible = -100'000'000;

struct Before {
  std::size_t count = 0;
  std::array<Label, kLabels> labels{};
};

/// For each label those it can follow.
constexpr std::array<Before, kLabels> kBefore = [] {
  std::array<Before, kLabels> table{};
  for (Label after = 0; after < kLabels; ++after) {
    for (Label before = 0; before < kLabels; ++before) {
      if (can_follow(before, after)) table[after].labels[table[after].count++] = before;
    }
  }
  return table;
}();

std::int32_t emitted(const Emission& emission, Label label) {
  return label == kOutside ? 0 : emission[label - 1U];
}

}  // namespace

void Viterbi::decode(std::span<const Emission> emissions, const Transitions& transitions,
                     bool begins_sentence, bool more_follows, std::span<Label> labels) {
  if (emissions.empty()) return;
  scores_.resize(emissions.size());
  best_before_.resize(emissions.size());
  const auto& first = transitions[begins_sentence ? kLabels : std::size_t{kOutside}];
  for (Label label = 0; label < kLabels; ++label) {
    scores_[0][label] =
        can_begin(label) ? first[label] + emitted(emissions[0], label) : kImpossible;
  }
  for (std::size_t i = 1; i < emissions.size(); ++i) {
    for (Label label = 0; label < kLabels; ++label) {
      std::int32_t best = 2 * kImpossible;
      Label from = 0;
      for (std::size_t k = 0; k < kBefore[label].count; ++k) {
        const Label before = kBefore[label].labels[k];
        const std::int32_t score = scores_[i - 1][before] + transitions[before][label];
        if (score > best) {
          best = score;
          from = before;
        }
      }
      scores_[i][label] = best + emitted(emissions[i], label);
      best_before_[i][label] = from;
    }
  }
  std::int32_t best = 2 * kImpossible;
  Label last = kOutside;
  for (Label label = 0; label < kLabels; ++label) {
    if (!can_end(label)) continue;
    const std::int32_t score = scores_.data()[emissions.size() - 1][label] +
                               (more_follows ? transitions[label][kOutside] : 0);
    if (score > best) {
      best = score;
      last = label;
    }
  }
  for (std::size_t i = emissions.size(); i-- > 0;) {
    labels[i] = last;
    if (i > 0) last = best_before_[i][last];
  }
}

}  // namespace morgue
