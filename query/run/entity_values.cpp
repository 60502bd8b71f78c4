// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/entity_values.h"

#include <algorithm>
#include <string>

#include "common/index/entity_fields.h"
#include "common/index/value.h"

namespace morgue {

std::vector<Name> names_in(const Xapian::Document& document, EntityKind kind,
                           const NameTable& names) {
  std::vector<Name> found;
  const bool others = !names.empty() && names.moves_to(kind);
  for (const EntityKind stored : kNamedKinds) {
    if (stored != kind && !others) continue;
    const auto slot = slot_number(field_of(stored).slot);
    for_each_value(document.get_value(slot), [&](std::string_view value) {
      Name name{stored, std::string(value)};
      if (names.empty()) {
        found.push_back(std::move(name));
      } else if (auto shown = names.resolve(name); shown && shown->kind == kind) {
        found.push_back(std::move(*shown));
      }
    });
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace morgue
