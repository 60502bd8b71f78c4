// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/confidence.h"

#include <algorithm>
#include <cmath>

namespace morgue {
namespace {

float factor_of(int score) { return std::exp(static_cast<float>(score) / kWeightScale); }

}  // namespace

Confidence::Confidence(const Transitions& transitions) {
  for (Label after = 0; after < kLabels; ++after) {
    for (Label before = 0; before < kLabels; ++before) {
      if (can_follow(before, after)) {
        factors_[before][after] = factor_of(transitions[before][after]);
      }
    }
    if (can_begin(after)) factors_[kLabels][after] = factor_of(transitions[kLabels][after]);
  }
}

// Each row is scaled to a sum of 1, so that long runs neither overflow nor vanish (L. Rabiner, A
// tutorial on hidden Markov models, 1989, section V.A).
void Confidence::read(std::span<const Emission> emissions, bool begins_sentence,
                      bool more_follows) {
  size_ = emissions.size();
  if (size_ == 0) return;
  if (emitted_.size() < size_) {
    emitted_.resize(size_);
    forward_.resize(size_);
    backward_.resize(size_);
    scale_.resize(size_);
  }
  for (std::size_t i = 0; i < size_; ++i) {
    const int best = std::max<int>(0, *std::max_element(emissions[i].begin(), emissions[i].end()));
    emitted_[i][kOutside] = factor_of(-best);
    for (std::size_t label = 1; label < kLabels; ++label) {
      emitted_[i][label] = factor_of(emissions[i][label - 1] - best);
    }
  }
  forward(begins_sentence);
  backward(more_follows);
}

void Confidence::forward(bool begins_sentence) {
  const Row& begin = factors_[begins_sentence ? kLabels : std::size_t{kOutside}];
  for (std::size_t i = 0; i < size_; ++i) {
    Row& row = forward_[i];
    row.fill(0);
    if (i == 0) {
      row = begin;
    } else {
      for (std::size_t before = 0; before < kLabels; ++before) {
        const float share = forward_[i - 1][before];
        for (std::size_t after = 0; after < kLabels; ++after) {
          row[after] += share * factors_[before][after];
        }
      }
    }
    float sum = 0;
    for (std::size_t label = 0; label < kLabels; ++label) sum += row[label] *= emitted_[i][label];
    scale_[i] = std::max(sum, 1e-30F);
    for (float& share : row) share /= scale_[i];
  }
}

void Confidence::backward(bool more_follows) {
  Row& last = backward_[size_ - 1];
  float sum = 0;
  for (Label label = 0; label < kLabels; ++label) {
    last[label] = !can_end(label) ? 0 : more_follows ? factors_[label][kOutside] : 1;
    sum += last[label] * forward_[size_ - 1][label];
  }
  for (float& share : last) share /= std::max(sum, 1e-30F);
  for (std::size_t i = size_ - 1; i-- > 0;) {
    for (std::size_t before = 0; before < kLabels; ++before) {
      float share = 0;
      for (std::size_t after = 0; after < kLabels; ++after) {
        share += factors_[before][after] * emitted_[i + 1][after] * backward_[i + 1][after];
      }
      backward_[i][before] = share / scale_[i + 1];
    }
  }
}

float Confidence::of(std::size_t first, std::span<const Label> labels) const {
  float share = forward_[first][labels.front()];
  for (std::size_t i = 1; i < labels.size(); ++i) {
    share *=
        factors_[labels[i - 1]][labels[i]] * emitted_[first + i][labels[i]] / scale_[first + i];
  }
  return std::min(1.0F, share * backward_[first + labels.size() - 1][labels.back()]);
}

}  // namespace morgue
