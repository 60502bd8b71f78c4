// SPDX-License-Identifier: GPL-3.0-or-later
// What is tagged as a name and is none.
#pragma once

#include "common/article/mention.h"
#include "indexer/entities/names/token_view.h"

namespace morgue {

/// Whether the tokens, without marks at their ends, name nothing whatever else the article says:
/// pronouns, lone initials, numbers, a stock's
/// letters (<SSS>), capitals that are no organisation (TV), sign-offs ("Reuter" on a line of its
/// own), bylines ("By Jane Doe" on a line of its own), party and state ("D-CA", "IL-14"). The view
/// is at their sentence.
bool is_no_name(const TokenView& view, TokenRange tokens, EntityKind kind, TextPart part);

}  // namespace morgue
