// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity_type.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"

namespace morgue {
namespace {

struct TypeLabel {
  std::string_view name;
  EntityKind kind;
};
constexpr TypeLabel kTypeLabels[] = {
    {"person", EntityKind::Person}, {"per", EntityKind::Person}, {"org", EntityKind::Organisation},
    {"place", EntityKind::Place},   {"loc", EntityKind::Place},  {"gpe", EntityKind::Place},
    {"misc", EntityKind::Misc},
};

std::string lower(std::string_view typed) {
  std::string name(typed);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

bool can_be_typed(std::string_view name) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
         });
}

}  // namespace

Result<EntityType> read_entity_type(std::string_view typed) {
  std::string name = lower(typed);
  const Field* field = find_field(name);
  const std::string_view known = field == nullptr ? std::string_view(name) : field->name;
  for (const TypeLabel& label : kTypeLabels) {
    if (label.name == known) return EntityType{label.kind, {}};
  }
  const std::string quoted = "\"" + std::string(typed) + "\"";
  if (field != nullptr) {
    return Error{"type", quoted + " is a field of articles; choose another name for the type"};
  }
  if (!can_be_typed(name)) {
    return Error{"type", quoted +
                             " is no type: person, org, place, or a word of letters and "
                             "digits, such as company"};
  }
  return EntityType{EntityKind::Misc, std::move(name)};
}

}  // namespace morgue
