// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/row_queries.h"
#include "query/explore/bursts.h"
#include "query/explore/trend.h"
#include "query/render/table.h"

namespace morgue {

ExitCode run_timeline(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, options.words, options, context);
  if (!selection) return ExitCode::Usage;
  const auto everything = select_query(searcher, "*", options, context);
  BurstRequest request;
  request.period = options.explore.period;
  request.copies = options.facet.counted.value_or(CountedCopies::Once);
  request.least = options.names.least.value_or(request.least);
  const std::vector<Burst> bursts = find_bursts(*selection, *everything, request);
  const ExitCode code = bursts.empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  if (bursts.empty()) {
    context.messages.notes({{"N180",
                             "no period has more of it than chance would give; --by looks "
                             "at longer or shorter ones, trend shows the counts"}});
    if (options.output.format == Format::Text) return code;
  }
  TableWriter writer(options.output.format, context.terminal,
                     {{"title"},
                      {"period"},
                      {"articles"},
                      {"expected"},
                      {"loglikelihood", false},
                      {"words"},
                      {"id"},
                      {"query", false}},
                     context.out);
  writer.begin(head_of("bursts", selection->head, searcher, options, context));
  const RowQueries queries(selection->head.canonical);
  // Articles of vaguer dates are in no burst.
  const bool with_vague = query_of_undated(*everything, request.period) != kNoDate;
  for (const Burst& burst : bursts) {
    writer.row({burst.title.empty() ? std::string("(no headline)") : burst.title, burst.period,
                burst.articles, burst.expected, burst.log_likelihood, burst.words, burst.id,
                queries.with(query_of_period(burst.period, request.period, with_vague))});
  }
  writer.end();
  return code;
}

}  // namespace morgue
