// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the rules of names know, English and Spanish.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/entities/names/name_word.h"

namespace morgue {

struct WordKnowledge {
  std::uint32_t classes = 0;
  Office office = Office::None;
  Gender gender = Gender::Unknown;  ///< of who bears a title or is kin
};

/// What is known of a word, given its NameWord::letters.
WordKnowledge knowledge_of(std::string_view letters);

}  // namespace morgue
