// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a person's name, and when two names can be of one person.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// A given name, an initial, or a surname with its particles: "Claudia", "Q.", "de la Madrid".
struct NameUnit {
  SpellingId bare = 0;
  SpellingId formal = 0;
  std::uint32_t letter = 0;  ///< the first; all there is of an initial
  bool initial = false;
  bool patronymic = false;          ///< "bin Salman": not called by his father's name alone
  bool family_first = false;        ///< "Kim": a surname even in front
  Gender gender = Gender::Unknown;  ///< known for given names only
};

/// Views units that another keeps.
struct PersonName {
  std::span<const NameUnit> units;
  SpellingId generation = 0;  ///< spelling of "Jr", "III"; 0 for none

  bool is_full() const { return units.size() > 1; }
};

/// Appends the units of a name, and gives the spelling of its generation or 0.
SpellingId read_units(std::span<const NamePart> words, const WordBook& book,
                      std::vector<NameUnit>& units);

/// Whether two full names can be of one person: John Smith, J. Smith, John Q. Smith; Claudia
/// Sheinbaum, Claudia Sheinbaum Pardo; Bill Clinton, William Clinton. Not George W. Bush and
/// George H.W. Bush; nor Donald Trump and Donald Trump Jr.
bool can_be_same(const PersonName& a, const PersonName& b);

/// How well a short name fits a full one. Lower is better.
enum class ShortFit : unsigned char {
  Surname,    ///< Sheinbaum, López Obrador: what its name ends with; Xi of Xi Jinping
  InnerName,  ///< Sheinbaum of Claudia Sheinbaum Pardo
  FirstName,  ///< Claudia
  None,
};
ShortFit fit_of(const PersonName& short_name, const PersonName& full);

}  // namespace morgue
