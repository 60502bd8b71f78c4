// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/field_lookup.h"

#include <algorithm>

#include "common/index/term.h"
#include "query/plan/suggest.h"

namespace morgue {

bool Target::is_entity() const {
  return field != nullptr &&
         std::find(kEntityFields.begin(), kEntityFields.end(), field->name) != kEntityFields.end();
}

Result<Target, QueryError> FieldLookup::find(std::string_view typed, Span span) const {
  if (const Field* field = find_field(lower_ascii(typed))) {
    const bool text = field->kind == FieldKind::Text;  // prefixed terms are chosen by zone
    return Target{field, text ? "" : std::string(field->prefix), {}};
  }
  if (const std::string* extra = find_extra(typed)) {
    return Target{nullptr, extra_prefix(*extra), *extra};
  }
  return unknown_field(typed, span);
}

Result<std::string, QueryError> FieldLookup::presence_name(std::string_view typed,
                                                           Span span) const {
  if (const Field* known = find_field(lower_ascii(typed))) return std::string(known->name);
  if (const std::string* extra = find_extra(typed)) return *extra;
  return unknown_field(typed, span);
}

const std::string* FieldLookup::find_extra(std::string_view typed) const {
  auto found = std::find(fields_.begin(), fields_.end(), typed);
  if (found == fields_.end()) {
    found = std::find_if(
        fields_.begin(), fields_.end(),
        [name = lower_ascii(typed)](const auto& known) { return lower_ascii(known) == name; });
  }
  return found == fields_.end() ? nullptr : &*found;
}

QueryError FieldLookup::unknown_field(std::string_view name, Span span) const {
  const std::vector<std::string> here = searchable_fields(fields_);
  std::vector<std::string> candidates = here;
  for (const Field& field : kFields) {
    for (const std::string_view alias : field.aliases) {
      if (!alias.empty()) candidates.emplace_back(alias);
    }
  }
  std::string help;
  const std::string nearest = nearest_name(lower_ascii(name), candidates);
  if (!nearest.empty()) {
    const Field* field = find_field(nearest);
    const bool alias = field != nullptr && field->name != nearest;
    help = "did you mean " +
           (alias ? std::string(field->name) + " (alias " + nearest + ")" : nearest) + "? ";
  }
  constexpr std::size_t kListed = 50;
  help += "fields here:";
  for (std::size_t i = 0; i < std::min(here.size(), kListed); ++i) help += " " + here[i];
  if (here.size() > kListed) help += " ...";
  return {"Q104", span, "unknown field \"" + std::string(name) + "\"", help};
}

std::vector<std::string> searchable_fields(const std::vector<std::string>& fields) {
  std::vector<std::string> names;
  for (const Field& field : kFields) names.emplace_back(field.name);
  for (const std::string& name : fields) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace morgue
