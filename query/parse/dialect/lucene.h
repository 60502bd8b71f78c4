// SPDX-License-Identifier: GPL-3.0-or-later
// Lucene's classic query parser with OR as the default, as Elasticsearch and Solr have it too.
//
//   +"trade war"~2 title:(steel aluminium) -opinion date:[2024-01-01 TO 2024-06-30} tarif*^2
//
// It has no precedence. The clauses of a group are required, prohibited or optional:
//   - "+" makes its clause required; "-", "!" and NOT prohibit it;
//   - AND and && make the clause before and the clause behind required, unless prohibited;
//   - OR, || and nothing leave a clause optional.
// So a OR b AND c is a +b +c. A group matches when all that is required and nothing that is
// prohibited matches; when nothing is required, one optional clause must. We write +a b -c as
// a AND (b OR *) AND NOT c, which finds the same and still ranks articles with b higher. Of a group
// of prohibitions only, Lucene finds nothing; we read it as all but those (and so does
// Elasticsearch), with a note.
//
//   word~ word~1    the same; word~0.8: as many letters as Lucene makes of it, at most 2
//   "a b"~3 x^2 /regex/ wom?n tarif* *:* field:* field:(…) field:[a TO b} field:>=5    the same
//   _exists_:f      has:f
//   now-7d          in a date: -7d; 20240131 is 2024-01-31
//
// Names of fields are taken as they are. Without equivalent: a range without a field; in a regex
// the operators ~ & @ # < > " which only Lucene has.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "query/parse/parser.h"
#include "query/parse/query_error.h"

namespace morgue::dialect {

Result<ParsedQuery, QueryError> parse_lucene(std::string_view text, const ParseOptions& options);

}  // namespace morgue::dialect
