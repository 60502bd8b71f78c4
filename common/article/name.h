// SPDX-License-Identifier: GPL-3.0-or-later
// A name of a person, an organisation or a place, apart from the articles that have it.
#pragma once

#include <compare>
#include <string>

#include "common/article/mention.h"

namespace morgue {

/// Two names are one when kind and letters are the same, capitals and accents too.
struct Name {
  EntityKind kind = EntityKind::Person;
  std::string text;  ///< by value_form()

  friend auto operator<=>(const Name&, const Name&) = default;
  friend bool operator==(const Name&, const Name&) = default;
};

}  // namespace morgue
