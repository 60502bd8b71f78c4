// SPDX-License-Identifier: GPL-3.0-or-later
// How a query is understood, run and scored, for people and for programs.
#pragma once

#include <string>

#include "query/explanation.h"
#include "query/render/json_writer.h"

namespace morgue {

/// Sections "query", "words", "plan" and "scores". Made safe for a terminal.
std::string explanation_text(const Explanation& explanation);

/// {"schema","query","canonical","tree":[line],"words":[{"typed","total","forms":[{"form",
/// "articles"}]}],"plan":[line],"best":[{"rank","id","title","score","parts":[{"word","score",
/// "title","body","other"}]}]}. The scores of the parts add up to that of the hit, and "title",
/// "body" and "other" to that of the part.
void write_explanation(JsonWriter& json, const Explanation& explanation);

}  // namespace morgue
