// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a facet in one segment, by number, corrections applied.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/index/facet_column.h"
#include "query/entities/names_on_demand.h"
#include "query/run/facet_source.h"
#include "query/run/shown_names.h"

namespace morgue {

/// From the segment's columns, or from its value slots when it has none.
class FacetValues {
 public:
  using Number = FacetColumn::Value;

  /// `names` is asked for a facet of names alone. Without columns only the documents of `among` can
  /// be asked for; all else must outlive this. Precondition: no facet of periods.
  FacetValues(const OpenSegment& segment, const FacetSource& source, const NamesOnDemand& names,
              const DocumentNumbers& among);

  ~FacetValues();
  FacetValues(const FacetValues&) = delete;
  FacetValues& operator=(const FacetValues&) = delete;

  /// Whether documents other than those of `among` can be asked for.
  bool has_all() const { return made_.empty(); }

  /// Numbers are below this.
  std::size_t size() const { return names_ ? names_->size() : last_ - first_; }
  std::string_view text(Number number) const {
    return names_ ? names_->text(number) : column_->text(first_ + number).substr(prefix_bytes_);
  }

  /// Calls `use(Number)` for each value of a document.
  template <class Use>
  void for_each(std::uint32_t document, Use use) const {
    if (names_) return names_->for_each(document, use);
    for (const Number value : column_->values_of(document)) {
      if (value >= first_ && value < last_) use(value - first_);
    }
  }

 private:
  struct Made;  ///< a column of a segment that has none

  const FacetColumn* column_of(const OpenSegment& segment, Slot slot, const DocumentNumbers& among);

  std::vector<std::unique_ptr<Made>> made_;
  const FacetColumn* column_ = nullptr;
  Number first_ = 0, last_ = 0;  ///< of the facet among the values of the column
  std::size_t prefix_bytes_ = 0;
  std::optional<ShownNames> names_;
};

}  // namespace morgue
