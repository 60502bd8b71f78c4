// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan may ask of the archives it is made for: their words, fields and languages.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "query/entities/names_on_demand.h"

namespace morgue {

/// All segments of all archives that are searched together.
struct ArchiveView {
  Xapian::Database database;
  std::vector<std::string> languages;  ///< ISO 639-1, those with a stemmer, sorted
  std::vector<std::string> fields;     ///< every field some article has, sorted
  NamesOnDemand names_on_demand;

  /// What stored names count as.
  const NameTable& names() const { return names_on_demand.get(); }
};

/// Collects languages and fields from the database's own terms. `default_langs` are the languages
/// of articles that do not say theirs.
ArchiveView make_view(const Xapian::Database& database,
                      const std::vector<std::string>& default_langs);

}  // namespace morgue
