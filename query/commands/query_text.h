// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a command line as one query text.
#pragma once

#include <string>
#include <vector>

#include "query/options.h"
#include "query/parse/query_error.h"

namespace morgue {

struct QueryText {
  std::string text;
  std::vector<Note> notes;
};

/// The words joined by spaces, so that `morgue-query Morena AND tariffs` needs no quotes. A single
/// word is the query as it is. Of several, one that holds spaces and nothing else of the query
/// language had quotes that the shell took away: it becomes a phrase (`"nuevos aranceles"`,
/// `title:"nuevos aranceles"`), with a note that says so (N121). With `literal`, words are only
/// joined.
QueryText join_words(const std::vector<std::string>& words, bool literal);

/// The words of a command line as the flags say: joined only, when they are literal or in another
/// language than Morgue's.
QueryText query_of(const Options& options);

/// The request that the flags make, without limits.
SearchRequest request_of(const Options& options, const QueryText& query);

}  // namespace morgue
