// SPDX-License-Identifier: GPL-3.0-or-later
// Names that may mean the same, with what speaks for it. Nothing of it is applied by itself.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/explore/entity_list.h"

namespace morgue {

enum class NameEvidence {
  SameLetters,  ///< differ in capitals, accents, marks, or a leading article alone
  Swapped,      ///< "Sheinbaum, Claudia"
  Initials,     ///< "C. Sheinbaum"
  LongerForm,   ///< "Claudia Sheinbaum Pardo"
  Surname,      ///< the one full name with this surname, or nearly
  Acronym,      ///< "UN": United Nations
  LegalForm,    ///< "Acme Inc.": "Acme"
  Spelling,     ///< a surname of one letter more, less or other
  OtherKind,    ///< the same name, seldom taken for something else
};

/// As it is shown: "initials".
std::string_view name_of(NameEvidence evidence);

struct NameSuggestion {
  EntityRow shown;                      ///< the name that would be kept
  EntityRow same;                       ///< the alias
  std::uint64_t articles_together = 0;  ///< that name both
  NameEvidence evidence = NameEvidence::SameLetters;
};

/// Of the selection's names in `least_articles` articles at least, the most useful first: by
/// articles of the alias, then names. Each alias comes once, with the commonest name it may mean.
std::vector<NameSuggestion> suggest_names(const Selection& selection,
                                          const EntityListRequest& request);

}  // namespace morgue
