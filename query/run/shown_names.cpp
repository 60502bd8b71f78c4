// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/shown_names.h"

#include <cstddef>
#include <numeric>
#include <utility>

namespace morgue {
namespace {

std::size_t place_of(EntityKind kind) {
  const auto* found = std::find(kNamedKinds.begin(), kNamedKinds.end(), kind);
  return static_cast<std::size_t>(found - kNamedKinds.begin());
}

}  // namespace

ShownNames::ShownNames(EntityKind kind, const NameTable& names, const Columns& columns)
    : kind_(kind), own_(*columns[place_of(kind)]), shown_(own_.values()) {
  std::iota(shown_.begin(), shown_.end(), Number{0});
  // What neither is spoken of nor hidden counts as itself.
  names.for_each_known([&](const Name& name) {
    if (name.kind == kind_) correct(name, names);
  });
  for (const std::string& text : names.hidden(kind_)) correct({kind_, text}, names);
  add_moved(names, columns);
}

void ShownNames::correct(const Name& stored, const NameTable& names) {
  const auto number = own_.find(stored.text);
  if (!number) return;
  const auto shown = names.resolve(stored);
  shown_[*number] = shown && shown->kind == kind_ ? number_of(shown->text) : kNothing;
}

void ShownNames::add_moved(const NameTable& names, const Columns& columns) {
  for (const Name& stored : names.moved_to(kind_)) {
    const FacetColumn* column = columns[place_of(stored.kind)];
    const auto number = column->find(stored.text);
    const auto shown = names.resolve(stored);
    if (!number || !shown) continue;
    auto at = std::find_if(moved_.begin(), moved_.end(),
                           [&](const Moved& moved) { return moved.column == column; });
    if (at == moved_.end()) at = moved_.insert(moved_.end(), Moved{column, {}});
    at->shown.emplace(*number, number_of(shown->text));
  }
}

ShownNames::Number ShownNames::number_of(const std::string& text) {
  if (const auto own = own_.find(text)) return *own;
  const auto next = static_cast<Number>(shown_.size() + added_.size());
  const auto [known, is_new] = added_numbers_.try_emplace(text, next);
  if (is_new) added_.push_back(text);
  return known->second;
}

}  // namespace morgue
