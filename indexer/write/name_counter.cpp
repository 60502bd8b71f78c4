// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/name_counter.h"

#include <string>
#include <string_view>

#include "common/index/entity_fields.h"
#include "common/index/term.h"
#include "common/index/value.h"

namespace morgue {

void NameCounter::add(const Xapian::Database& segment, const HiddenDocuments& hidden) {
  for (const EntityKind kind : kNamedKinds) {
    const std::string values = value_term(field_of(kind).prefix, "");
    const auto end = segment.allterms_end(values);
    // The terms come sorted, so each name goes behind the one before.
    auto place = articles_.lower_bound(Name{kind, ""});
    for (auto it = segment.allterms_begin(values); it != end; ++it) {
      place = articles_.try_emplace(place, Name{kind, (*it).substr(values.size())});
      place->second += it.get_termfreq();
      ++place;
    }
  }
  for (const std::uint32_t document : hidden) take_away(segment.get_document(document));
}

void NameCounter::take_away(const Xapian::Document& article) {
  for (const EntityKind kind : kNamedKinds) {
    const auto slot = slot_number(field_of(kind).slot);
    for_each_value(article.get_value(slot), [&](std::string_view name) {
      const auto known = articles_.find(Name{kind, std::string(name)});
      if (known != articles_.end() && known->second > 0) --known->second;
    });
  }
}

std::vector<NameCount> NameCounter::counts() const {
  std::vector<NameCount> counts;
  for (const auto& [name, articles] : articles_) {
    if (articles > 0) counts.push_back({name, articles});
  }
  return counts;
}

}  // namespace morgue
