// SPDX-License-Identifier: GPL-3.0-or-later
// What a token is to a name: BILOU labels.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "common/article/mention.h"

namespace morgue {

/// 0: outside all names. Else 1 + 4 * EntityKind + LabelPart.
using Label = std::uint8_t;

enum class LabelPart : unsigned char { Begin = 0, Inside = 1, Last = 2, Unit = 3 };

inline constexpr std::size_t kLabelKinds = 4;
inline constexpr std::size_t kLabels = 1 + 4 * kLabelKinds;
inline constexpr Label kOutside = 0;

/// As the labelled files spell the kinds, by EntityKind.
inline constexpr std::array<std::string_view, kLabelKinds> kKindTags{"PER", "ORG", "LOC", "MISC"};

constexpr Label label_of(EntityKind kind, LabelPart part) {
  return static_cast<Label>(1 + 4 * static_cast<int>(kind) + static_cast<int>(part));
}
/// Precondition: not kOutside.
constexpr EntityKind kind_of_label(Label label) { return static_cast<EntityKind>((label - 1) / 4); }
constexpr LabelPart part_of_label(Label label) { return static_cast<LabelPart>((label - 1) % 4); }

/// Whether a name goes on after the label.
constexpr bool is_open(Label label) {
  return label != kOutside && part_of_label(label) <= LabelPart::Inside;
}
/// Whether the label goes on with a name.
constexpr bool goes_on(Label label) {
  return label != kOutside &&
         (part_of_label(label) == LabelPart::Inside || part_of_label(label) == LabelPart::Last);
}
constexpr bool can_follow(Label before, Label after) {
  if (!is_open(before)) return !goes_on(after);
  return goes_on(after) && kind_of_label(before) == kind_of_label(after);
}
constexpr bool can_begin(Label label) { return !goes_on(label); }
constexpr bool can_end(Label label) { return !is_open(label); }

static_assert(can_follow(label_of(EntityKind::Person, LabelPart::Begin),
                         label_of(EntityKind::Person, LabelPart::Last)));
static_assert(!can_follow(kOutside, label_of(EntityKind::Person, LabelPart::Last)));

}  // namespace morgue
