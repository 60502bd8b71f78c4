// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/viterbi.h"

#include <optional>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace morgue {
namespace {

/// The sum of a row of labels; nullopt when they cannot stand so.
std::optional<int> score(const std::vector<Emission>& emissions, const Transitions& transitions,
                         bool begins, bool more, const std::vector<Label>& labels) {
  int sum = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label label = labels[i];
    if (i == 0 ? !can_begin(label) : !can_follow(labels[i - 1], label)) return std::nullopt;
    const std::size_t before = i > 0 ? labels[i - 1] : begins ? kLabels : std::size_t{kOutside};
    sum += transitions[before][label];
    if (label != kOutside) sum += emissions[i][label - 1U];
  }
  if (!can_end(labels.back())) return std::nullopt;
  return sum + (more ? transitions[labels.back()][kOutside] : 0);
}

RC_GTEST_PROP(Viterbi, FindsTheHighestOfAllRowsOfLabels, ()) {
  const auto length = *rc::gen::inRange<std::size_t>(1, 5);
  const auto units = rc::gen::inRange(-60, 60);
  std::vector<Emission> emissions(length);
  for (Emission& emission : emissions) {
    for (auto& one : emission) one = static_cast<std::int16_t>(*units);
  }
  Transitions transitions{};
  for (auto& row : transitions) {
    for (auto& one : row) one = static_cast<std::int16_t>(*units);
  }
  const bool begins = *rc::gen::arbitrary<bool>();
  const bool more = *rc::gen::arbitrary<bool>();

  std::vector<Label> found(length);
  Viterbi().decode(emissions, transitions, begins, more, found);

  std::optional<int> best;
  std::vector<Label> labels(length, 0);
  for (bool done = false; !done;) {
    const auto sum = score(emissions, transitions, begins, more, labels);
    if (sum && (!best || *sum > *best)) best = sum;
    done = true;
    for (Label& label : labels) {
      if (++label < kLabels) {
        done = false;
        break;
      }
      label = 0;
    }
  }
  RC_ASSERT(score(emissions, transitions, begins, more, found) == best);
}

}  // namespace
}  // namespace morgue
