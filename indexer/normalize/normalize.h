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
  bool lang_detected = false;  ///< the source did not say; the text did
  bool id_made = false;        ///< the source gave no id: it is the url, or made from the content
  std::string date_problem;    ///< why a date that was given could not be read; else empty
};

/// Immutable once made; many threads may share one.
class Normalizer {
 public:
  /// Dates more than one day after `today` are not believed (one day, for the time zones). `lang`
  /// is the language of articles that do not say theirs; empty: it is told from the text.
  Normalizer(FieldMap map, PartialDate today, std::string lang = {})
      : map_(std::move(map)), today_(today), lang_(std::move(lang)) {}

  /// Errors: "no-text" when neither title nor body holds anything but white space, and id or
  /// date is missing too; "wrong-type"
  /// when title or body is an object, or an array of anything but strings. No article is ever
  /// refused for its date, language or unknown fields.
  ///
  /// All text is repaired, "\r\n" becomes "\n", and white space at both ends goes. A number or
  /// boolean counts as its text; a list as body gives paragraphs, elsewhere "a; b"; an object with
  /// a "name" counts as that name in byline, source, section, people, organisations and places.
  /// Lists may come as one string with ";". Without a date in the metadata, the url is asked, then
  /// the dateline and lines of the text that are nothing but a date. The place of a dateline is one
  /// of the places; the agency it names is the extra field "agency", unless the source has one.
  /// Without an id, it is the url, or else "x-" and 16 hexadecimal digits made from title, date,
  /// source and body.
  Result<Normalized, RecordError> normalize(const RawRecord& record) const;

 private:
  FieldMap map_;
  PartialDate today_;
  std::string lang_;
};

}  // namespace morgue
