// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of names, or another recognizer, calls a kind of entity.
#pragma once

#include <string>
#include <string_view>

#include "common/article/mention.h"
#include "common/base/result.h"

namespace morgue {

struct EntityType {
  EntityKind kind = EntityKind::Person;
  std::string facet;  ///< of a type that is none of Morgue's; its kind is Misc
};

/// person, org and place by the names of the fields, their aliases and the labels that recognizers
/// use (PER, GPE); "misc"; any other word of letters, digits, "_", "-" and "." is a facet of its
/// own, in small letters. Error "type": it is none, or the name of another field.
Result<EntityType> read_entity_type(std::string_view typed);

}  // namespace morgue
