// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/keyness.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/explore/measures.h"
#include "query/render/table.h"

namespace morgue {
namespace {

constexpr std::uint64_t kUsualRows = 20;
constexpr std::uint64_t kUsualLeast = 3;

/// The candidates in the articles of --against, or in all articles, without those that match.
std::optional<WordCounts> count_others(Searcher& searcher, const Options& options,
                                       const Selection& compared, CountedCopies copies,
                                       const std::vector<std::string>& candidates,
                                       Context& context) {
  const std::string& against = options.explore.against;
  const auto selection = against.empty() ? select_query(searcher, "*", options, context)
                                         : select_articles(searcher, {against}, options, context);
  if (!selection) return std::nullopt;
  std::vector<Xapian::docid> there;
  const std::vector<Xapian::docid> counted = counted_articles(*selection, copies);
  std::set_difference(counted.begin(), counted.end(), compared.articles.begin(),
                      compared.articles.end(), std::back_inserter(there));
  const bool are_most = against.empty() && there.size() > selection->articles.size() / 2;
  return are_most ? count_most(*selection, there, candidates)
                  : count_words(*selection, there, {1, false, &candidates});
}

}  // namespace

ExitCode run_keyness(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, options.words, options, context);
  if (!selection) return ExitCode::Usage;
  const CountedCopies copies = options.facet.counted.value_or(CountedCopies::Once);
  const std::vector<Xapian::docid> here = counted_articles(*selection, copies);
  const WordCounts words = count_words(*selection, here, {});
  const std::uint64_t least = options.names.least.value_or(kUsualLeast);
  std::vector<std::string> candidates;
  for (const auto& [word, count] : words.words) {
    if (count.occurrences >= least) candidates.push_back(word);
  }
  const auto other_words = count_others(searcher, options, *selection, copies, candidates, context);
  if (!other_words) return ExitCode::Usage;
  if (words.total == 0 || other_words->total == 0) {
    context.messages.notes({{"N160", words.total == 0 ? "no articles match, so there is nothing to "
                                                        "compare"
                                                      : "there are no other articles to compare "
                                                        "with"}});
    return ExitCode::NoHits;
  }
  std::vector<KeyWord> found = key_words(words, *other_words, least);
  const Format format = options.output.format;
  const std::uint64_t limit = row_limit(options, format == Format::Text ? kUsualRows : 0);
  if (limit != 0 && found.size() > limit) found.resize(limit);
  const ExitCode code = found.empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  TableWriter writer(format, context.terminal,
                     {{"word"},
                      {"here"},
                      {"per_million"},
                      {"there"},
                      {"per_million_there"},
                      {"articles"},
                      {"loglikelihood"},
                      {"log_ratio"}},
                     context.out);
  writer.begin({"words", selection->head.query, selection->head.canonical, selection->head.total,
                selection->head.notes});
  for (const KeyWord& one : found) {
    writer.row({one.word, one.here, measures::per_million(one.here, words.total), one.there,
                measures::per_million(one.there, other_words->total), one.articles,
                one.log_likelihood, one.log_ratio});
  }
  writer.end();
  return code;
}

}  // namespace morgue
