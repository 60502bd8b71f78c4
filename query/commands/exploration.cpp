// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/exploration.h"

#include <utility>

#include "query/commands/query_text.h"

namespace morgue {
namespace {

std::optional<Selection> select(Searcher& searcher, const SearchRequest& request,
                                Context& context) {
  auto selection = searcher.select(request);
  if (!selection) {
    context.messages.query_error(request.query, selection.error());
    return std::nullopt;
  }
  context.messages.notes(selection->head.notes);
  return std::move(*selection);
}

}  // namespace

std::optional<Selection> select_articles(Searcher& searcher, const std::vector<std::string>& words,
                                         const Options& options, Context& context) {
  if (words.empty()) return select_query(searcher, "*", options, context);
  Options of_query = options;
  of_query.words = words;
  const QueryText query = query_of(of_query);
  context.messages.notes(query.notes);
  return select(searcher, request_of(options, query), context);
}

std::optional<Selection> select_query(Searcher& searcher, const std::string& query, const Options&,
                                      Context& context) {
  SearchRequest request;
  request.query = query;
  return select(searcher, request, context);
}

Provenance provenance_of(const Searcher& searcher, const Options& options, const Context& context) {
  Provenance provenance{"morgue-query " MORGUE_VERSION,
                        options.command_line,
                        {},
                        searcher.archives(),
                        options.output.provenance};
  if (provenance.asked) {
    provenance.today = date_of_day(context.environment.today).to_string();
  }
  return provenance;
}

TableHead head_of(std::string_view rows, const ResultPage& page, const Searcher& searcher,
                  const Options& options, const Context& context) {
  return {rows,       page.query, page.canonical,
          page.total, page.notes, provenance_of(searcher, options, context)};
}

std::uint64_t row_limit(const Options& options, std::uint64_t usual) {
  return options.limits.limit_given ? options.limits.limit : usual;
}

}  // namespace morgue
