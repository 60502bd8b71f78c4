// SPDX-License-Identifier: GPL-3.0-or-later
// The query languages Morgue can read beside its own.
//
// Each is translated to our tree, so that all that comes after (plan, ranking, canonical text)
// knows one language. What has an equivalent is translated to what finds the same articles; what
// has none is an error that says so (Q191). Where the translation had to decide something, a note
// tells what was decided (N104).
#pragma once

#include <array>
#include <string_view>

#include "common/base/result.h"
#include "query/parse/parser.h"
#include "query/parse/query_error.h"

namespace morgue {

enum class Syntax { Morgue, Nexis, Factiva, Lucene };

/// The names of --syntax.
inline constexpr std::array<std::pair<std::string_view, Syntax>, 4> kSyntaxes{{
    {"morgue", Syntax::Morgue},
    {"nexis", Syntax::Nexis},
    {"factiva", Syntax::Factiva},
    {"lucene", Syntax::Lucene},
}};

std::string_view name_of(Syntax syntax);

/// Reads a query written in `syntax`, with the promises of parse_query: any bytes, limits, spans in
/// code points of the text. The tree is one that print() writes as Morgue's text.
Result<ParsedQuery, QueryError> parse_query_in(Syntax syntax, std::string_view text,
                                               const ParseOptions& options = {});

}  // namespace morgue
