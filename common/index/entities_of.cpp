// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/entities_of.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/text/fold.h"

namespace morgue {
namespace {

Entity& find_or_add(std::vector<Entity>& entities, EntityKind kind, std::string_view facet,
                    std::string_view name) {
  const auto known = std::find_if(entities.begin(), entities.end(), [&](const Entity& entity) {
    return entity.kind == kind && entity.name == name && entity.facet == facet;
  });
  if (known != entities.end()) return *known;
  return entities.emplace_back(Entity{kind, std::string(facet), std::string(name), false, {}});
}

}  // namespace

std::vector<Entity> entities_of(const Article& article, const std::vector<Mention>& mentions) {
  std::vector<Entity> entities;
  const std::pair<EntityKind, const std::vector<std::string>&> lists[] = {
      {EntityKind::Person, article.people},
      {EntityKind::Organisation, article.organisations},
      {EntityKind::Place, article.places}};
  for (const auto& [kind, names] : lists) {
    for (const std::string& name : names) {
      const std::string value = value_form(name);
      if (!value.empty()) find_or_add(entities, kind, "", value).given = true;
    }
  }
  for (const Mention& mention : mentions) {
    Entity& entity = find_or_add(entities, mention.kind, mention.facet, mention.name);
    ++entity.found_by[static_cast<std::size_t>(mention.source)];
  }
  return entities;
}

}  // namespace morgue
