// SPDX-License-Identifier: GPL-3.0-or-later
// Which people, organisations and places are named in the same articles.
#pragma once

#include <cstdint>
#include <vector>

#include "query/explore/entity_list.h"

namespace morgue {

/// Two entities, the one named in more articles first.
struct EntityPair {
  std::size_t first = 0, second = 0;  ///< places in CooccurrenceTable::entities
  std::uint64_t articles = 0;         ///< that name both
  /// How much more often than two entities of these numbers would need to meet by their names
  /// alone: logDice, 14 + log2(2 both / (one + other)) (Rychly 2008, "A Lexicographer-Friendly
  /// Association Score"). 14: always together; each point less is half as often.
  double score = 0;
};

struct CooccurrenceRequest {
  std::vector<EntityKind> kinds;     ///< empty: all that have a field
  std::uint64_t least_articles = 2;  ///< pairs named together in fewer are left out
  std::size_t most_entities = 500;   ///< pairs of the commonest so many are counted; 0: of all
};

struct CooccurrenceTable {
  std::vector<EntityRow> entities;  ///< those compared, by number of articles, then name
  std::uint64_t left_out = 0;       ///< entities beyond `most_entities`
  std::vector<EntityPair> pairs;    ///< by articles, then score, then names
};

CooccurrenceTable count_cooccurrences(const Selection& selection,
                                      const CooccurrenceRequest& request);

}  // namespace morgue
