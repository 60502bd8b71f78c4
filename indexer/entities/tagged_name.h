// SPDX-License-Identifier: GPL-3.0-or-later
// What the tagger says of a text, before names are resolved.
#pragma once

#include <cstdint>

#include "common/article/mention.h"

namespace morgue {

/// A run of surface tokens of one sentence that names something.
struct TaggedName {
  EntityKind kind = EntityKind::Person;
  TextPart part = TextPart::Body;
  std::uint32_t first = 0;  ///< number of the first token in the SurfaceText of its part
  std::uint32_t last = 0;   ///< of the last; first <= last
  float confidence = 1;     ///< how likely it is just this name, 0 to 1

  friend bool operator==(const TaggedName&, const TaggedName&) = default;
};

}  // namespace morgue
