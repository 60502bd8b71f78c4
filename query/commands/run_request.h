// SPDX-License-Identifier: GPL-3.0-or-later
// A search from the open archive to the last line of output: what search and facets have in common.
#pragma once

#include <vector>

#include "query/commands/command.h"
#include "query/commands/query_text.h"

namespace morgue {

/// Runs the request and renders hits, or facets alone. `query` is what the request was made of: its
/// notes come before those of the search.
ExitCode run_request(const SearchRequest& request, const QueryText& query, Subject subject,
                     const Options& options, Context& context);

/// When a result says why it holds what it holds: with --why, and when it is empty and somebody
/// reads standard error.
WhyWhen why_when(const Options& options, const Context& context);

/// The total that is asked for as one number.
std::uint64_t counted_total(const ResultPage& page, const Options& options);

}  // namespace morgue
