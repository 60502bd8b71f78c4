// SPDX-License-Identifier: GPL-3.0-or-later
// What commands that explore have in common: a query taken as a sub-corpus, a table as the result.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/commands/command.h"
#include "query/render/table.h"
#include "query/run/searcher.h"
#include "query/run/selection.h"

namespace morgue {

/// The articles of the query that the words make; of none, all. nullopt: the query is faulty, and
/// the error is shown. Notes are shown.
std::optional<Selection> select_articles(Searcher& searcher, const std::vector<std::string>& words,
                                         const Options& options, Context& context);

/// The same for a query text that is made by the program.
std::optional<Selection> select_query(Searcher& searcher, const std::string& query,
                                      const Options& options, Context& context);

/// Where the figures of a searcher come from.
Provenance provenance_of(const Searcher& searcher, const Options& options, const Context& context);

/// The head of a table about a query.
TableHead head_of(std::string_view rows, const ResultPage& page, const Searcher& searcher,
                  const Options& options, const Context& context);

/// Rows of a table that are shown when nobody says how many.
inline constexpr std::uint64_t kUsualRows = 20;

/// --limit, or what is shown without it; 0 means all.
std::uint64_t row_limit(const Options& options, std::uint64_t usual);

}  // namespace morgue
