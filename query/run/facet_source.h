// SPDX-License-Identifier: GPL-3.0-or-later
// What a facet counts, and the queries of its rows.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/mention.h"
#include "common/article/partial_date.h"
#include "common/index/schema.h"

namespace morgue {

struct FacetSource {
  enum class Kind { Values, Extra, Year, Month, Day };
  std::string name;  ///< as it is shown and queried
  Kind kind = Kind::Values;
  Slot slot = Slot::FirstDay;            ///< Values and Extra
  std::optional<EntityKind> names = {};  ///< Values of this kind are names, to be corrected

  bool is_period() const { return kind != Kind::Values && kind != Kind::Extra; }
};

/// The facet of a field, alias, extra field (one of `fields`), or of "year", "month", "day"; null
/// when that is none.
std::unique_ptr<FacetSource> find_facet(std::string_view name,
                                        const std::vector<std::string>& fields);

/// Names that find_facet() knows.
std::vector<std::string> facet_names(const std::vector<std::string>& fields);

/// The period of a facet of periods that a day lies in.
PartialDate period_of(std::int32_t day, FacetSource::Kind kind);

/// The query part that finds a row: person:="Claudia Sheinbaum", date:2024-03.
std::string row_query(const FacetSource& source, std::string_view value);

/// The field that an article without any value lacks.
std::string presence_field(const FacetSource& source);

}  // namespace morgue
