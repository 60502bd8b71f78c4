// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/copies/copy_rule.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace morgue {
namespace {

constexpr std::uint32_t kMostTimesAsLong = 5;
constexpr double kLeastPart = 0.5;
/// Fewer names and numbers tell nothing; some scripts have no capitals.
constexpr std::size_t kFewMarks = 8;
constexpr double kUsualMarks = 0.85;
constexpr double kNearlyTheSame = 0.9;
constexpr std::int64_t kDaysOfOneStory = 3;

/// What the parts of shingles and of marks must come to together.
constexpr double kLeastSum = 1.4;
constexpr double kLeastSumOfOneOutlet = 1.6;
/// A correction leaves names and numbers as they are, but for one or two.
constexpr double kLeastMarksOfOneOutlet = 0.88;

enum class Distance { OtherOutlet, Unknown, SameOutlet, SameOutletLater };

Distance distance(const Publication& a, const Publication& b) {
  if (a.outlet != 0 && b.outlet != 0 && a.outlet != b.outlet) return Distance::OtherOutlet;
  const bool dated = a.day != kUndated && b.day != kUndated;
  if (dated && std::abs(std::int64_t{a.day} - std::int64_t{b.day}) > kDaysOfOneStory) {
    return Distance::SameOutletLater;
  }
  return a.outlet != 0 && b.outlet != 0 ? Distance::SameOutlet : Distance::Unknown;
}

}  // namespace

double copied_part(const TextSketch& a, const Publication& of_a, const TextSketch& b,
                   const Publication& of_b) {
  // Of equals the hashes decide, so that it does not matter which is named first.
  const bool a_is_shorter =
      std::tie(a.shingles.of, a.shingles.hashes) < std::tie(b.shingles.of, b.shingles.hashes);
  const TextSketch& shorter = a_is_shorter ? a : b;
  const TextSketch& longer = a_is_shorter ? b : a;
  if (std::min(a.shingles.hashes.size(), b.shingles.hashes.size()) < kFewShingles) {
    return !a.shingles.hashes.empty() && a == b ? 1 : 0;
  }
  if (longer.shingles.of / kMostTimesAsLong > shorter.shingles.of) return 0;
  const double part = shared_part(shorter.shingles, longer.shingles);
  if (part < kLeastPart) return 0;
  const bool has_marks = shorter.marks.hashes.size() >= kFewMarks;
  const double marks = has_marks ? shared_part(shorter.marks, longer.marks) : kUsualMarks;
  switch (distance(of_a, of_b)) {
    case Distance::OtherOutlet:
    case Distance::Unknown:
      return part + marks >= kLeastSum ? part : 0;
    case Distance::SameOutlet:
      return part + marks >= kLeastSumOfOneOutlet && (!has_marks || marks >= kLeastMarksOfOneOutlet)
                 ? part
                 : 0;
    case Distance::SameOutletLater:
      return part >= kNearlyTheSame && (!has_marks || marks >= kNearlyTheSame) ? part : 0;
  }
  return 0;
}

}  // namespace morgue
