// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of first names.
#pragma once

#include <string_view>

#include "indexer/entities/names/name_word.h"

namespace morgue {

/// Whose name a first name is. A model brings counts for tens of thousands; without one there is
/// the table of common_first_names().
class FirstNames {
 public:
  FirstNames() = default;
  FirstNames(const FirstNames&) = delete;
  FirstNames& operator=(const FirstNames&) = delete;
  virtual ~FirstNames() = default;

  /// Unknown for what is no first name, and for one that men and women bear. `letters` as in
  /// NameWord. Gives the same at all times.
  virtual Gender gender_of(std::string_view letters) const = 0;
};

/// Some hundred English and Spanish first names. Lives as long as the program.
const FirstNames& common_first_names();

/// The name that a pet name stands for ("bill": "william"), or nothing. Both as in
/// NameWord::letters.
std::string_view formal_first_name(std::string_view letters);

}  // namespace morgue
