// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/facet_values.h"

#include <cassert>
#include <tuple>
#include <utility>

namespace morgue {

struct FacetValues::Made {
  std::string bytes;
  std::optional<FacetColumn> column;
};

FacetValues::FacetValues(const OpenSegment& segment, const FacetSource& source,
                         const NamesOnDemand& names, const DocumentNumbers& among) {
  assert(!source.is_period());
  column_ = column_of(segment, source.slot, among);
  last_ = column_->values();
  if (source.kind == FacetSource::Kind::Extra) {
    const std::string prefix = source.name + '\x1f';
    std::tie(first_, last_) = column_->beginning_with(prefix);
    prefix_bytes_ = prefix.size();
  }
  if (!source.names || names.get().empty()) return;
  ShownNames::Columns columns{};
  for (std::size_t i = 0; i < kNamedKinds.size(); ++i) {
    const bool own = kNamedKinds[i] == *source.names;
    if (own) columns[i] = column_;
    if (own || !names.get().moves_to(*source.names)) continue;
    columns[i] = column_of(segment, field_of(kNamedKinds[i]).slot, among);
  }
  names_.emplace(*source.names, names.get(), columns);
}

FacetValues::~FacetValues() = default;

const FacetColumn* FacetValues::column_of(const OpenSegment& segment, Slot slot,
                                          const DocumentNumbers& among) {
  if (segment.columns != nullptr) {
    if (const FacetColumn* column = segment.columns->values(slot)) return column;
  }
  auto made = std::make_unique<Made>();
  made->bytes = make_facet_column(segment.database, slot, &among);
  made->column = FacetColumn::read(made->bytes, segment.database.get_lastdocid());
  assert(made->column);
  made_.push_back(std::move(made));
  return &*made_.back()->column;
}

}  // namespace morgue
