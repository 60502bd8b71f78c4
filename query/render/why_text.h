// SPDX-License-Identifier: GPL-3.0-or-later
// Why a query finds so few articles, for people and for programs.
#pragma once

#include <string>

#include "query/render/json_writer.h"
#include "query/why.h"

namespace morgue {

/// A line for each clause with its count, and under "try:" queries near it with theirs. Made safe
/// for a terminal.
std::string why_text(const Why& why);

/// {"clauses": [{"query","unwanted","articles","so_far","without"}], "more_clauses", "emptied_by",
/// "respellings": [{"clause","word","articles","meant","meant_articles","query","total"}],
/// "nearest": [{"query","change","articles"}]}. "emptied_by" and "clause" are places in "clauses";
/// "emptied_by" is null when something is left. The meaning is that of query/why.h.
void write_why(JsonWriter& json, const Why& why);

}  // namespace morgue
