// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/collocates.h"

#include <algorithm>
#include <utility>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/exploration_hits.h"
#include "query/commands/query_text.h"
#include "query/commands/row_queries.h"
#include "query/render/table.h"

namespace morgue {
namespace {

constexpr std::uint64_t kLeastBeside = 2;

/// The whole archive. The index knows how often each word stands in it, with copies.
CorpusWords corpus_of(const Selection& everything, CountedCopies copies) {
  if (copies == CountedCopies::All) return corpus_words(everything);
  return corpus_words(count_words(everything, counted_articles(everything, copies)));
}

/// The articles to look at for a collocate: where the word stands near a match or, of a query that
/// can be near nothing (a date, one of several clauses), where it stands at all.
class CollocateQueries {
 public:
  CollocateQueries(const std::string& canonical, const Options& options, Searcher& searcher)
      : queries_(canonical), window_(std::max<std::size_t>(1, options.explore.window)) {
    SearchRequest request;
    request.query = queries_.near("a", window_);
    can_be_near_ = searcher.count(request).has_value();
  }

  std::string of(const std::string& word) const {
    return can_be_near_ ? queries_.near(word, window_) : queries_.with_words(word);
  }

 private:
  RowQueries queries_;
  std::size_t window_;
  bool can_be_near_ = false;
};

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
  std::vector<Collocate> found =
      counter.result(options.explore.measure, options.names.least.value_or(kLeastBeside),
                     corpus_of(*everything, copies));
  const Format format = options.output.format;
  const std::uint64_t limit = row_limit(options, format == Format::Text ? kUsualRows : 0);
  if (limit != 0 && found.size() > limit) found.resize(limit);
  if (options.output.quiet) return found.empty() ? ExitCode::NoHits : ExitCode::Done;
  TableWriter writer(format, context.terminal,
                     {{"word"},
                      {"count"},
                      {"at_all"},
                      {"articles"},
                      {"logdice"},
                      {"loglikelihood"},
                      {"mi"},
                      {"t"},
                      {"score", false},
                      {"query", false}},
                     context.out);
  writer.begin(head_of("collocates", *page, searcher, options, context));
  const CollocateQueries queries(page->canonical, options, searcher);
  for (const Collocate& one : found) {
    writer.row({one.word, one.near, one.at_all, one.articles, one.log_dice, one.log_likelihood,
                one.mutual_information, one.t_score, measure_of(one, options.explore.measure),
                format == Format::Text ? std::string() : queries.of(one.word)});
  }
  writer.end();
  return found.empty() ? ExitCode::NoHits : ExitCode::Done;
}

}  // namespace morgue
