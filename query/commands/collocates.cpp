// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/collocates.h"

#include <utility>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/exploration_hits.h"
#include "query/commands/query_text.h"
#include "query/render/table.h"

namespace morgue {
namespace {

constexpr std::uint64_t kUsualRows = 20;
constexpr std::uint64_t kUsualLeast = 2;

/// The whole archive. The index knows how often each word stands in it, with copies.
CorpusWords corpus_of(const Selection& everything, CountedCopies copies, WordCounts& counted) {
  if (copies == CountedCopies::Once) {
    counted = count_words(everything, counted_articles(everything, copies), {});
    return {counted.total, [&](const std::string& word) { return counted.occurrences(word); }};
  }
  return {total_words(everything), [&](const std::string& word) {
            return everything.archives.count_word(word).occurrences;
          }};
}

}  // namespace

ExitCode run_collocates(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  context.messages.notes(query_of(options).notes);
  SearchRequest request = request_of(options, query_of(options));
  request.limit = 0;
  request.sort = SortOrder::OldestFirst;
  const CountedCopies copies = options.facet.counted.value_or(CountedCopies::All);
  request.listed_copies = copies == CountedCopies::Once ? ListedCopies::First : ListedCopies::All;
  CollocateCounter counter(options.explore.window);
  ArticleWordsReader reader(true);
  const auto page = each_hit(searcher, request, context, [&](Hit&& hit) {
    counter.add(hit, reader.analyze(hit.article, hit.boilerplate));
    return true;
  });
  if (!page) return ExitCode::Usage;
  const auto everything = select_query(searcher, "*", options, context);
  WordCounts counted;
  std::vector<Collocate> found =
      counter.result(options.explore.measure, options.names.least.value_or(kUsualLeast),
                     corpus_of(*everything, copies, counted));
  const Format format = options.output.format;
  const std::uint64_t limit = row_limit(options, format == Format::Text ? kUsualRows : 0);
  if (limit != 0 && found.size() > limit) found.resize(limit);
  if (options.output.quiet) return found.empty() ? ExitCode::NoHits : ExitCode::Done;
  TableWriter writer(
      format, context.terminal,
      {{"word"}, {"near"}, {"at_all"}, {"articles"}, {"logdice"}, {"loglikelihood"}, {"mi"}, {"t"}},
      context.out);
  writer.begin({"collocates", page->query, page->canonical, page->total, page->notes});
  for (const Collocate& one : found) {
    writer.row({one.word, one.near, one.at_all, one.articles, one.log_dice, one.log_likelihood,
                one.mutual_information, one.t_score});
  }
  writer.end();
  return found.empty() ? ExitCode::NoHits : ExitCode::Done;
}

}  // namespace morgue
