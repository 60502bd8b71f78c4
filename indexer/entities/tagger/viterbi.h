// SPDX-License-Identifier: GPL-3.0-or-later
// The best labels of a run of tokens, taken together.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/tagger/labels.h"
#include "indexer/entities/tagger/weight_table.h"

namespace morgue {

/// What the labels but kOutside score for one token, in units of kWeightScale.
using Emission = std::array<std::int16_t, kWeighed>;

/// What a label scores after another; the row kLabels is for what begins a sentence. Pairs that
/// cannot follow each other are not looked at.
using Transitions = std::array<std::array<std::int16_t, kLabels>, kLabels + 1>;

/// Finds labels. One thread each.
class Viterbi {
 public:
  /// The labels with the highest sum; of equals, those with the smaller numbers at the end. What
  /// stands before the run is kOutside, or the begin of the sentence; what follows is kOutside when
  /// `more_follows`.
  void decode(std::span<const Emission> emissions, const Transitions& transitions,
              bool begins_sentence, bool more_follows, std::span<Label> labels);

 private:
  std::vector<std::array<std::int32_t, kLabels>> scores_;
  std::vector<std::array<Label, kLabels>> best_before_;
};

}  // namespace morgue
