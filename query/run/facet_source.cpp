// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/facet_source.h"

#include <algorithm>

#include "common/index/entity_fields.h"
#include "query/parse/print.h"
#include "query/plan/suggest.h"

namespace morgue {
namespace {

struct Period {
  std::string_view name;
  FacetSource::Kind kind;
};
constexpr Period kPeriods[] = {{"year", FacetSource::Kind::Year},
                               {"month", FacetSource::Kind::Month},
                               {"day", FacetSource::Kind::Day}};

/// A row's query names its field, so the name must be one that the query language can say.
bool can_be_typed(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
         });
}

}  // namespace

std::unique_ptr<FacetSource> find_facet(std::string_view name,
                                        const std::vector<std::string>& fields) {
  for (const Period& period : kPeriods) {
    if (period.name == name) {
      return std::make_unique<FacetSource>(FacetSource{std::string(name), period.kind});
    }
  }
  // As in queries, Morgue's own names win in any spelling.
  if (const Field* field = find_field(lower_ascii(name))) {
    if (field->kind != FieldKind::Keyword) return nullptr;
    return std::make_unique<FacetSource>(FacetSource{
        std::string(field->name), FacetSource::Kind::Values, field->slot, kind_of(*field)});
  }
  const bool known = std::find(fields.begin(), fields.end(), name) != fields.end();
  if (!known || !can_be_typed(name)) return nullptr;
  return std::make_unique<FacetSource>(
      FacetSource{std::string(name), FacetSource::Kind::Extra, Slot::Extra});
}

std::vector<std::string> facet_names(const std::vector<std::string>& fields) {
  std::vector<std::string> names;
  for (const Field& field : kFields) {
    if (field.kind == FieldKind::Keyword) names.emplace_back(field.name);
  }
  for (const Period& period : kPeriods) names.emplace_back(period.name);
  for (const std::string& field : fields) {
    if (find_field(lower_ascii(field)) == nullptr && can_be_typed(field)) names.push_back(field);
  }
  return names;
}

PartialDate period_of(std::int32_t day, FacetSource::Kind kind) {
  PartialDate date = date_of_day(day);
  if (kind != FacetSource::Kind::Day) date.day = 0;
  if (kind == FacetSource::Kind::Year) date.month = 0;
  return date;
}

std::string row_query(const FacetSource& source, std::string_view value) {
  if (source.is_period()) return "date:" + std::string(value);
  return source.name + ":=" + quote(value);
}

std::string presence_field(const FacetSource& source) {
  return source.is_period() ? "date" : source.name;
}

}  // namespace morgue
