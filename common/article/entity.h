// SPDX-License-Identifier: GPL-3.0-or-later
// Whom and what an article names: its mentions, taken together.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/article/mention.h"

namespace morgue {

/// A person, an organisation, a place, or an entry of a user's list.
struct Entity {
  EntityKind kind = EntityKind::Person;
  std::string facet;  ///< of the user's own types; empty for all else
  std::string name;
  bool given = false;                          ///< the metadata names it
  std::array<std::uint32_t, 4> found_by = {};  ///< its mentions, by MentionSource

  std::uint32_t mentions() const { return found_by[0] + found_by[1] + found_by[2] + found_by[3]; }
  /// "person", "company".
  std::string_view type() const { return facet.empty() ? name_of(kind) : std::string_view(facet); }

  friend bool operator==(const Entity&, const Entity&) = default;
};

}  // namespace morgue
