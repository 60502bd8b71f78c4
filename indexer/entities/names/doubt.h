// SPDX-License-Identifier: GPL-3.0-or-later
// Names that are more likely a mistake of the tagger than a name.
#pragma once

#include <vector>

#include "indexer/entities/names/name_form.h"

namespace morgue {

/// Drops the entities of which the tagger is never sure in the article. One sure mention, a title,
/// a known first name before a surname, or a known name is enough to keep all. Precondition: the
/// forms are matched.
void drop_doubtful(const NamesOfArticle& article, const std::vector<std::uint32_t>& form_of,
                   std::vector<NameForm>& forms);

/// What the surest mention must reach. A person who is none does more harm than one who is left
/// out; the figures behind both are in MODEL.md.
inline constexpr float kSurePerson = 0.9F;
inline constexpr float kSureGroup = 0.7F;

}  // namespace morgue
