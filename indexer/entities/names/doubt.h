// SPDX-License-Identifier: GPL-3.0-or-later
// Names that are more likely a mistake of the tagger than a name.
#pragma once

#include <vector>

#include "indexer/entities/names/name_form.h"

namespace morgue {

/// What the surest mention of an entity must reach.
struct LeastConfidence {
  float person;     ///< of two words or more
  float bare_name;  ///< of a person of whom the article has one word
  float organisation;
  float place;
};

/// A person who is none does more harm than one who is left out. The Spanish model knows less of
/// what it reads: it is trusted less with organisations, and would lose more persons. The figures
/// behind all of these are in MODEL.md.
inline constexpr LeastConfidence kLeastConfidence{0.93F, 0.98F, 0.75F, 0.7F};
inline constexpr LeastConfidence kLeastSpanishConfidence{0.93F, 0.95F, 0.85F, 0.7F};

/// Of an organisation whose words say that it is one.
inline constexpr float kLeastOfTelling = 0.6F;

/// Drops the entities of which the tagger is never sure in the article. One sure mention, a title,
/// a known first name before a surname, or a known name is enough to keep all. Precondition: the
/// forms are matched.
void drop_doubtful(const NamesOfArticle& article, const std::vector<std::uint32_t>& form_of,
                   const WordBook& book, const LeastConfidence& least,
                   std::vector<NameForm>& forms);

}  // namespace morgue
