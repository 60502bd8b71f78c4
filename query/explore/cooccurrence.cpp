// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/cooccurrence.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "query/explore/measures.h"
#include "query/run/entity_values.h"

namespace morgue {
namespace {

/// The places in the table of the entities that an article names, ascending.
std::vector<std::size_t> compared_in(const Xapian::Document& document,
                                     const CooccurrenceRequest& request, const NameTable& names,
                                     const std::map<Name, std::size_t>& places) {
  std::vector<std::size_t> found;
  for (const EntityKind kind : kinds_or_all(request.kinds)) {
    for (const Name& name : names_in(document, kind, names)) {
      const auto place = places.find(name);
      if (place != places.end()) found.push_back(place->second);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

CooccurrenceTable count_cooccurrences(const Selection& selection,
                                      const CooccurrenceRequest& request) {
  CooccurrenceTable table;
  // An entity of fewer articles is in no pair that is shown.
  table.entities = list_entities(selection, {request.kinds, "", request.least_articles});
  if (request.most_entities > 0 && table.entities.size() > request.most_entities) {
    table.left_out = table.entities.size() - request.most_entities;
    table.entities.resize(request.most_entities);
  }
  std::map<Name, std::size_t> places;
  for (std::size_t i = 0; i < table.entities.size(); ++i) places.emplace(table.entities[i].name, i);

  std::unordered_map<std::uint64_t, std::uint64_t> counts;  // by first * number + second
  const std::uint64_t number = table.entities.size();
  for (const Xapian::docid article : selection.articles) {
    const auto found = compared_in(selection.view().database.get_document(article), request,
                                   selection.view().names(), places);
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (std::size_t j = i + 1; j < found.size(); ++j) ++counts[found[i] * number + found[j]];
    }
  }
  for (const auto& [key, both] : counts) {
    if (both < request.least_articles) continue;
    const std::size_t first = key / number;
    const std::size_t second = key % number;
    table.pairs.push_back({first, second, both,
                           measures::log_dice(both, table.entities[first].articles,
                                              table.entities[second].articles)});
  }
  std::sort(table.pairs.begin(), table.pairs.end(), [](const EntityPair& a, const EntityPair& b) {
    return std::tuple(b.articles, b.score, a.first, a.second) <
           std::tuple(a.articles, a.score, b.first, b.second);
  });
  return table;
}

}  // namespace morgue
