// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive holds of one person, organisation or place.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "query/explore/entity_list.h"

namespace morgue {

/// A mention in its sentence, or as much of it as is short.
struct EntityContext {
  Article article;
  std::string before, mention, after;
};

struct EntityProfile {
  Name name;
  std::vector<EntityRow> known_as;  ///< stored names that count as this one; the commonest first
  std::uint64_t articles = 0;
  std::uint64_t given = 0;                     ///< articles whose metadata name it
  std::array<std::uint64_t, 4> mentions = {};  ///< in the texts, by MentionSource
  std::vector<EntityContext> contexts;         ///< of the newest articles, one each
};

/// `selection` holds the articles that name it.
EntityProfile profile_entity(const Selection& selection, const Name& name,
                             std::size_t most_contexts);

}  // namespace morgue
