// SPDX-License-Identifier: GPL-3.0-or-later
// The people, organisations and places of the articles that match a query.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article/name.h"
#include "query/run/selection.h"

namespace morgue {

struct EntityRow {
  Name name;
  std::uint64_t articles = 0;  ///< of the selection
};

struct EntityListRequest {
  std::vector<EntityKind> kinds;  ///< empty: all that have a field
  std::string containing;         ///< folded words that the name, or an alias, begins words with
  std::uint64_t least_articles = 1;
};

/// The kinds asked for; none: all that have a field.
std::vector<EntityKind> kinds_or_all(const std::vector<EntityKind>& kinds);

/// By number of articles, then name.
std::vector<EntityRow> list_entities(const Selection& selection, const EntityListRequest& request);

}  // namespace morgue
