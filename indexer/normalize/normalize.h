// SPDX-License-Identifier: GPL-3.0-or-later
// RawRecord to Article: maps field names, repairs text, reads dates, names the article.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "indexer/normalize/field_map.h"
#include "indexer/record.h"

namespace morgue {

/// An article, and what was done to get it.
struct Normalized {
  Article article;
  Location at;
  std::size_t repaired_bytes = 0;  ///< bytes of the source that were not UTF-8, or were NUL
  /// Which field of the source gave which field of the article: {"title", "headline"}.
  std::vector<std::pair<std::string, std::string>> mapped;
  bool id_made = false;            ///< the source gave no id: it is the url, or made from the content
  std::string date_problem;        ///< why a date that was given could not be read; else empty
};

/// Immutable once made; many threads may share one.
class Normalizer {
 public:
  explicit Normalizer(FieldMap map) : map_(std::move(map)) {}

  /// An Error with code "no-text" when neither title nor body holds anything but white space;
  /// "too-deep", ... as documented in normalize.cpp. No article is ever refused for its date,
  /// language or unknown fields.
  Result<Normalized, RecordError> normalize(RawRecord record) const;

 private:
  FieldMap map_;
};

}  // namespace morgue
