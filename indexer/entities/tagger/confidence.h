// SPDX-License-Identifier: GPL-3.0-or-later
// How likely a model holds a name that it has found.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "indexer/entities/tagger/labels.h"
#include "indexer/entities/tagger/viterbi.h"

namespace morgue {

/// Sums over all labellings of a run of tokens, where Viterbi takes the best. One thread each.
class Confidence {
 public:
  explicit Confidence(const Transitions& transitions);

  /// As for Viterbi::decode(); `emissions` must outlive the calls of of().
  void read(std::span<const Emission> emissions, bool begins_sentence, bool more_follows);

  /// The probability, 0 to 1, that the tokens from `first` on have exactly these labels. In [0, 1].
  float of(std::size_t first, std::span<const Label> labels) const;

 private:
  using Row = std::array<float, kLabels>;

  void forward(bool begins_sentence);
  void backward(bool more_follows);

  std::array<Row, kLabels + 1> factors_{};  ///< of transitions; 0 where none can be
  std::vector<Row> emitted_, forward_, backward_;
  std::vector<float> scale_;
  std::size_t size_ = 0;
};

}  // namespace morgue
