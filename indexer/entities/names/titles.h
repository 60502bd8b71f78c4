// SPDX-License-Identifier: GPL-3.0-or-later
// Titles, honorifics and kinship in and before a name.
#pragma once

#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/token_view.h"

namespace morgue {

/// The tokens of a person without titles and honorifics at the front; what they tell is noted in
/// `name`. Nothing is left of a title alone.
TokenRange trim_titles(const TokenView& view, TokenRange tokens, ReadName& name);

/// Notes in `name` what the words before it in its sentence tell: for a person titles ("Mrs.",
/// "President"), or of whom he is a relative ("his son Nick"); else whether it is a place.
void look_before(const TokenView& view, TokenRange tokens, ReadName& name);

}  // namespace morgue
