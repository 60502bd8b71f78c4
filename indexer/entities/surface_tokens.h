// SPDX-License-Identifier: GPL-3.0-or-later
// The analyzer's words to the tokens of a recognizer: nothing is split into words twice.
#pragma once

#include <string_view>

#include "common/text/analyzer.h"
#include "indexer/entities/surface_text.h"

namespace morgue {

/// Replaces `out` by the tokens of `text`, as labelled newswire has them:
///   U.S.-based, 21-year-old, AT&T, 3.5   one token each, as the analyzer's words with the marks
///                                        that join them
///   Mexico's, don't                      Mexico | 's and do | n't
///   Mr. J. Smith, U.S., Inc.             abbreviations keep their full stop
///   "(", ",", "--", "..."                each mark, and each run of dots or dashes
/// A sentence ends where the analyzer says, but not after an abbreviation that a name follows
/// ("Mr." "U.S. President"); and at a line break, unless lines are broken at a width ("hard
/// wrapped"). `words` are those of `text`, with breaks; `text` must outlive `out`.
void make_surface_text(std::string_view text, const TokenList& words, SurfaceText& out);

}  // namespace morgue
