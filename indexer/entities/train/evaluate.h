// SPDX-License-Identifier: GPL-3.0-or-later
// How well a model finds the names that people have marked.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/entities/tagger/tagger.h"
#include "indexer/entities/train/labelled_text.h"

namespace morgue {

/// Names that were found, that are marked, and that are both, kind and all words alike.
struct NameScore {
  std::uint64_t right = 0, found = 0, marked = 0;

  double precision() const;
  double recall() const;
  /// Their harmonic mean; 0 when nothing is right.
  double f1() const;
  NameScore& operator+=(const NameScore& other);
};

using NameScores = std::array<NameScore, kLabelKinds>;  ///< by EntityKind

NameScores evaluate(Tagger& tagger, const std::vector<LabelledDocument>& documents);

/// A table: each kind, people with organisations and places, and all.
std::string score_table(const NameScores& scores);

}  // namespace morgue
