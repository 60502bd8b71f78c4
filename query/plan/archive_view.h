// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan may ask of the archives it is made for: their words, fields and languages.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "query/entities/names_on_demand.h"
#include "query/match/day_range_source.h"

namespace morgue {

/// All segments of all archives that are searched together.
struct ArchiveView {
  Xapian::Database database;
  std::vector<std::string> languages;  ///< ISO 639-1, those with a stemmer, sorted
  std::vector<std::string> fields;     ///< every field some article has, sorted
  NamesOnDemand names_on_demand;
  std::shared_ptr<const ColumnsByUuid> columns = std::make_shared<const ColumnsByUuid>();
  /// By stem_key(): forms that share the stem, beside those that the database lists.
  std::map<std::string, std::set<std::string>> more_forms;

  /// What stored names count as.
  const NameTable& names() const { return names_on_demand.get(); }
};

/// Collects languages and fields from the database's own terms. `default_langs` are the languages
/// of articles that do not say theirs.
ArchiveView make_view(const Xapian::Database& database,
                      const std::vector<std::string>& default_langs);

}  // namespace morgue
