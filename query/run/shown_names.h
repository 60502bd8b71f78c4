// SPDX-License-Identifier: GPL-3.0-or-later
// What the names that a segment's articles are indexed by count as, by number.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/entity_fields.h"
#include "common/index/facet_column.h"
#include "query/entities/name_table.h"

namespace morgue {

/// The names of one kind. A name is resolved once, and not for each article that has it.
class ShownNames {
 public:
  using Number = FacetColumn::Value;
  using Columns = std::array<const FacetColumn*, kNamedKinds.size()>;

  /// `columns`, in the order of kNamedKinds, must outlive this; of other kinds than `kind` only
  /// needed when NameTable::moves_to(kind).
  ShownNames(EntityKind kind, const NameTable& names, const Columns& columns);

  /// Numbers are below this.
  std::size_t size() const { return shown_.size() + added_.size(); }
  std::string_view text(Number number) const {
    return number < shown_.size() ? own_.text(number) : added_[number - shown_.size()];
  }

  /// Calls `use(Number)` for each name that a document counts under, once.
  template <class Use>
  void for_each(std::uint32_t document, Use use) const {
    found_.clear();
    bool corrected = false;
    for (const Number stored : own_.values_of(document)) {
      const Number shown = shown_[stored];
      corrected = corrected || shown != stored;
      if (shown != kNothing) found_.push_back(shown);
    }
    for (const Moved& moved : moved_) {
      for (const Number stored : moved.column->values_of(document)) {
        const auto shown = moved.shown.find(stored);
        if (shown == moved.shown.end()) continue;
        corrected = true;
        found_.push_back(shown->second);
      }
    }
    if (corrected) {
      std::sort(found_.begin(), found_.end());
      found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    }
    for (const Number number : found_) use(number);
  }

 private:
  static constexpr Number kNothing = 0xFFFF'FFFFU;

  /// Names of another kind that count as one of this kind.
  struct Moved {
    const FacetColumn* column;
    std::unordered_map<Number, Number> shown;
  };

  Number number_of(const std::string& text);
  void correct(const Name& stored, const NameTable& names);
  void add_moved(const NameTable& names, const Columns& columns);

  EntityKind kind_;
  const FacetColumn& own_;
  std::vector<Number> shown_;  ///< by stored name: itself, another, or nothing
  std::vector<Moved> moved_;
  std::vector<std::string> added_;  ///< shown, and stored nowhere in the segment
  std::map<std::string, Number, std::less<>> added_numbers_;
  mutable std::vector<Number> found_;  ///< reused
};

}  // namespace morgue
