// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/dialect.h"

#include "query/parse/dialect/factiva.h"
#include "query/parse/dialect/lucene.h"
#include "query/parse/dialect/nexis.h"

namespace morgue {
namespace {

struct Dialect {
  Syntax syntax;
  Result<ParsedQuery, QueryError> (*parse)(std::string_view, const ParseOptions&);
};

constexpr std::array kDialects{
    Dialect{Syntax::Morgue, parse_query},
    Dialect{Syntax::Nexis, dialect::parse_nexis},
    Dialect{Syntax::Factiva, dialect::parse_factiva},
    Dialect{Syntax::Lucene, dialect::parse_lucene},
};
static_assert(kDialects.size() == kSyntaxes.size());

}  // namespace

std::string_view name_of(Syntax syntax) {
  return kSyntaxes[static_cast<std::size_t>(syntax)].first;
}

Result<ParsedQuery, QueryError> parse_query_in(Syntax syntax, std::string_view text,
                                               const ParseOptions& options) {
  return kDialects[static_cast<std::size_t>(syntax)].parse(text, options);
}

}  // namespace morgue
