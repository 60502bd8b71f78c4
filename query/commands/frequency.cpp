// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/frequency.h"

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/row_queries.h"
#include "query/explore/article_words.h"
#include "query/explore/measures.h"
#include "query/render/table.h"

namespace morgue {
ExitCode run_frequency(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, options.words, options, context);
  if (!selection) return ExitCode::Usage;
  const CountedCopies copies = options.facet.counted.value_or(CountedCopies::Once);
  const Format format = options.output.format;
  const FrequencyList list =
      list_frequencies(*selection, counted_articles(*selection, copies),
                       {options.explore.run, options.names.least.value_or(1),
                        row_limit(options, format == Format::Text ? kUsualRows : 0)});
  const ExitCode code = list.rows.empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  TableWriter writer(format, context.terminal,
                     {{"word"},
                      {"occurrences"},
                      {"per_million"},
                      {"articles"},
                      {"outlets"},
                      {"dp"},
                      {"query", false}},
                     context.out);
  writer.begin(head_of("words", selection->head, searcher, options, context));
  const RowQueries queries(selection->head.canonical);
  for (const FrequencyRow& row : list.rows) {
    writer.row({row.word, row.occurrences, measures::per_million(row.occurrences, list.total),
                row.articles, row.outlets, row.deviation,
                format == Format::Text ? std::string() : queries.with_words(row.word)});
  }
  writer.end();
  return code;
}

}  // namespace morgue
