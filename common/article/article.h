// SPDX-License-Identifier: GPL-3.0-or-later
// The normalized article: what every stage after normalization speaks of.
#pragma once

#include <string>
#include <vector>

#include "common/article/partial_date.h"

namespace morgue {

/// Where an article's date was found.
enum class DateSource : unsigned char { None = 0, Metadata = 1, Url = 2, Text = 3 };

/// "metadata", "url", "text", "none".
const char* name_of(DateSource source);

/// A field of the source that Morgue has no meaning for. It is kept, returned and searchable.
struct ExtraField {
  enum class Kind : unsigned char {
    Text = 0,  ///< one string
    List = 1,  ///< several strings
    Json = 2,  ///< anything else: one value, the JSON text as given (12.50, true, {"a": 1})
  };
  std::string name;
  Kind kind = Kind::Text;
  std::vector<std::string> values;

  friend bool operator==(const ExtraField&, const ExtraField&) = default;
};

/// All strings are valid UTF-8 in NFC or as written, without NUL; white space at the ends is
/// trimmed.
struct Article {
  std::string id;  ///< never empty; unique in an archive
  std::string title;
  std::string body;  ///< paragraphs parted by a blank line where the source shows them
  std::string byline;
  std::string source;  ///< the outlet
  std::string section;
  std::string lang;  ///< ISO 639-1, lower case; empty when the source does not say
  std::string url;
  PartialDate date;
  DateSource date_source = DateSource::None;
  std::string date_text;            ///< the date as the source gave it ("26-FEB-1987 15:01:01.79")
  std::vector<std::string> people;  ///< named in the metadata, in its order, each once
  std::vector<std::string> organisations;
  std::vector<std::string> places;
  std::vector<ExtraField> extra;  ///< in the order of the source, names unique

  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace morgue
