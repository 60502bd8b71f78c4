// SPDX-License-Identifier: GPL-3.0-or-later
// All articles of a query one by one, with their matches: what commands that look at matches need.
#pragma once

#include <functional>
#include <optional>

#include "query/commands/command.h"
#include "query/run/searcher.h"

namespace morgue {

/// Calls `use` for each article that matches; false stops. Of copies of one text the earliest
/// alone, when they count once. The page without hits is given back; nullopt: the query is faulty,
/// and the error is shown. Notes are shown before the first article.
std::optional<ResultPage> each_hit(Searcher& searcher, const SearchRequest& request,
                                   Context& context, const std::function<bool(Hit&&)>& use);

}  // namespace morgue
