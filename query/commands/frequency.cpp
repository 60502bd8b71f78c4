// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/frequency.h"

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/explore/measures.h"
#include "query/render/table.h"

namespace morgue {
namespace {

constexpr std::uint64_t kUsualRows = 20;

}  // namespace

ExitCode run_frequency(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, options.words, options, context);
  if (!selection) return ExitCode::Usage;
  const CountedCopies copies = options.facet.counted.value_or(CountedCopies::Once);
  const WordCounts counts =
      count_words(*selection, counted_articles(*selection, copies), {options.explore.run, true});
  const Format format = options.output.format;
  const std::vector<FrequencyRow> rows =
      frequency_list(counts, options.names.least.value_or(1),
                     row_limit(options, format == Format::Text ? kUsualRows : 0));
  const ExitCode code = rows.empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  TableWriter writer(
      format, context.terminal,
      {{"word"}, {"occurrences"}, {"per_million"}, {"articles"}, {"outlets"}, {"dp"}}, context.out);
  writer.begin({"words", selection->head.query, selection->head.canonical, selection->head.total,
                selection->head.notes});
  for (const FrequencyRow& row : rows) {
    writer.row({row.word, row.occurrences, measures::per_million(row.occurrences, counts.total),
                row.articles, row.outlets, row.deviation});
  }
  writer.end();
  return code;
}

}  // namespace morgue
