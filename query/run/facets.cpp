// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/facets.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/article/partial_date.h"
#include "common/index/entity_fields.h"
#include "common/index/value.h"
#include "query/parse/print.h"
#include "query/plan/suggest.h"
#include "query/run/entity_values.h"

namespace morgue {
namespace {

struct Period {
  std::string_view name;
  FacetSource::Kind kind;
};
constexpr Period kPeriods[] = {{"year", FacetSource::Kind::Year},
                               {"month", FacetSource::Kind::Month},
                               {"day", FacetSource::Kind::Day}};

Xapian::valueno slot_number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

bool is_period(const FacetSource& source) {
  return source.kind == FacetSource::Kind::Year || source.kind == FacetSource::Kind::Month ||
         source.kind == FacetSource::Kind::Day;
}

/// A row's query names its field, so the name must be one that the query language can say.
bool can_be_typed(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
         });
}

/// The period that a day lies in.
PartialDate period_of(std::int32_t day, FacetSource::Kind kind) {
  PartialDate date = date_of_day(day);
  if (kind != FacetSource::Kind::Day) date.day = 0;
  if (kind == FacetSource::Kind::Year) date.month = 0;
  return date;
}

}  // namespace

std::unique_ptr<FacetSource> find_facet(std::string_view name,
                                        const std::vector<std::string>& fields) {
  for (const Period& period : kPeriods) {
    if (period.name == name) {
      return std::make_unique<FacetSource>(FacetSource{std::string(name), period.kind, 0});
    }
  }
  // As in queries, Morgue's own names win in any spelling.
  if (const Field* field = find_field(lower_ascii(name))) {
    if (field->kind != FieldKind::Keyword) return nullptr;
    return std::make_unique<FacetSource>(FacetSource{std::string(field->name),
                                                     FacetSource::Kind::Values,
                                                     slot_number(field->slot), kind_of(*field)});
  }
  const bool known = std::find(fields.begin(), fields.end(), name) != fields.end();
  if (!known || !can_be_typed(name)) return nullptr;
  return std::make_unique<FacetSource>(
      FacetSource{std::string(name), FacetSource::Kind::Extra, slot_number(Slot::Extra)});
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

FacetCounter::FacetCounter(std::vector<FacetSource> sources, const NameTable& names)
    : sources_(std::move(sources)), names_(names), counts_(sources_.size()) {}

void FacetCounter::operator()(const Xapian::Document& document, double) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    for_each_of(i, document, [&](std::string_view value) {
      key_.assign(value);
      ++counts_[i][key_];
    });
  }
}

void FacetCounter::count_once(const Xapian::Document& counted,
                              const std::vector<Xapian::Document>& copies) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    std::set<std::string, std::less<>> seen;
    for_each_of(i, counted, [&](std::string_view value) { seen.emplace(value); });
    for (const Xapian::Document& copy : copies) {
      for_each_of(i, copy, [&](std::string_view value) {
        key_.assign(value);
        if (seen.insert(key_).second) ++counts_[i][key_];
      });
    }
  }
}

/// Each value of an article once.
void FacetCounter::for_each_of(std::size_t source, const Xapian::Document& document,
                               const Use& use) {
  const FacetSource& from = sources_[source];
  if (is_period(from)) {
    for_each_period(source, document, use);
  } else if (from.names && !names_.empty()) {
    for_each_name(source, document, use);
  } else {
    for_each_value(document.get_value(from.slot), [&](std::string_view value) {
      if (from.kind == FacetSource::Kind::Extra) {
        const std::string& name = from.name;
        const bool ours =
            value.size() > name.size() && value.starts_with(name) && value[name.size()] == '\x1f';
        if (!ours) return;
        value.remove_prefix(name.size() + 1);
      }
      use(value);
    });
  }
}

void FacetCounter::for_each_name(std::size_t source, const Xapian::Document& document,
                                 const Use& use) {
  for (const Name& name : names_in(document, *sources_[source].names, names_)) use(name.text);
}

void FacetCounter::for_each_period(std::size_t source, const Xapian::Document& document,
                                   const Use& use) {
  const std::string first = document.get_value(slot_number(Slot::FirstDay));
  if (first.empty()) return;
  const std::int32_t last = decode_day(document.get_value(slot_number(Slot::LastDay)));
  for (std::int32_t day = decode_day(first); day <= last;) {
    const PartialDate period = period_of(day, sources_[source].kind);
    use(period.to_string());
    day = period.last_day() + 1;
  }
}

Facet FacetCounter::result(std::size_t source, std::size_t rows) const {
  Facet facet;
  facet.name = sources_[source].name;
  for (const auto& [value, count] : counts_[source]) facet.rows.push_back({value, count, {}});
  const auto before = [](const FacetRow& a, const FacetRow& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  };
  const std::size_t shown = std::min(rows, facet.rows.size());
  std::partial_sort(facet.rows.begin(), facet.rows.begin() + static_cast<std::ptrdiff_t>(shown),
                    facet.rows.end(), before);
  facet.other_values = facet.rows.size() - shown;
  facet.rows.resize(shown);
  return facet;
}

std::string row_query(const FacetSource& source, std::string_view value) {
  if (is_period(source)) return "date:" + std::string(value);
  return source.name + ":=" + quote(value);
}

std::string presence_field(const FacetSource& source) {
  return is_period(source) ? "date" : source.name;
}

}  // namespace morgue
