// SPDX-License-Identifier: GPL-3.0-or-later
// Which field the names of a kind of entity are in.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "common/article/mention.h"
#include "common/index/schema.h"

namespace morgue {

/// The kinds whose names have a field of their own, in the order of kEntityFields.
inline constexpr std::array kNamedKinds{EntityKind::Person, EntityKind::Organisation,
                                        EntityKind::Place};

/// Precondition: one of kNamedKinds.
constexpr const Field& field_of(EntityKind kind) { return *find_field(name_of(kind)); }

/// nullopt: the field is not one of names.
constexpr std::optional<EntityKind> kind_of(const Field& field) {
  for (const EntityKind kind : kNamedKinds) {
    if (field.name == name_of(kind)) return kind;
  }
  return std::nullopt;
}

/// The same, by the prefix of the field's terms.
constexpr std::optional<EntityKind> kind_of_prefix(std::string_view prefix) {
  for (const EntityKind kind : kNamedKinds) {
    if (field_of(kind).prefix == prefix) return kind;
  }
  return std::nullopt;
}

}  // namespace morgue
