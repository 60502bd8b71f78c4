// SPDX-License-Identifier: GPL-3.0-or-later
// Where an article names a person, an organisation or a place.
#pragma once

#include <string>
#include <string_view>

#include "common/base/span.h"

namespace morgue {

enum class EntityKind : unsigned char { Person = 0, Organisation = 1, Place = 2, Misc = 3 };

enum class TextPart : unsigned char { Title = 0, Body = 1 };

/// "person", "org", "place", "misc".
constexpr std::string_view name_of(EntityKind kind) {
  constexpr std::string_view kNames[] = {"person", "org", "place", "misc"};
  return kNames[static_cast<unsigned char>(kind)];
}

/// What found a mention.
enum class MentionSource : unsigned char {
  Metadata = 0,   ///< a name that the article came with, found in its text
  Model = 1,      ///< the recognizer
  WatchList = 2,  ///< a name list of the user's
  Import = 3,     ///< another program, whose spans were imported
};

/// "metadata", "model", "watch-list", "import".
constexpr std::string_view name_of(MentionSource source) {
  constexpr std::string_view kNames[] = {"metadata", "model", "watch-list", "import"};
  return kNames[static_cast<unsigned char>(source)];
}

/// A stretch of a text that names an entity.
struct Mention {
  EntityKind kind = EntityKind::Person;
  TextPart part = TextPart::Body;
  MentionSource source = MentionSource::Model;
  Span bytes;        ///< in the title or the body; begins and ends at code points
  std::string name;  ///< the entity's name in this article: "Claudia Sheinbaum" where the text says
                     ///< "Sheinbaum". Mentions with equal kind, facet and name are of one entity.
  /// A type of the user's own, from a watch-list or an import: "company"; its kind is Misc. Such
  /// mentions may overlap others. Empty for all else.
  std::string facet = {};

  friend bool operator==(const Mention&, const Mention&) = default;
};

}  // namespace morgue
