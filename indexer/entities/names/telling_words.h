// SPDX-License-Identifier: GPL-3.0-or-later
// Words in names and before them that tell their kind better than a recognizer does.
#pragma once

#include "common/article/mention.h"
#include "indexer/entities/names/token_view.h"

namespace morgue {

/// The kind that the words of a name tell, or `kind`: laws, reports, prizes and ships are things
/// (Clean Air Act, USS Cole), and what bears somebody's name (James Webb Space Telescope); counties
/// and airports are places, and so is what comes after "town of".
EntityKind told_kind(const TokenView& view, TokenRange tokens, EntityKind kind);

}  // namespace morgue
