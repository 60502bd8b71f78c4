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

/// The articles to compare with: those of --against, or all, without those that are compared.
std::optional<std::vector<Xapian::docid>> others(Searcher& searcher, const Options& options,
                                                 const std::vector<Xapian::docid>& here,
                                                 CountedCopies copies, Context& context) {
  const std::string& against = options.explore.against;
  const auto selection = against.empty() ? select_query(searcher, "*", options, context)
                                         : select_articles(searcher, {against}, options, context);
  if (!selection) return std::nullopt;
  std::vector<Xapian::docid> there;
  const std::vector<Xapian::docid> counted = counted_articles(*selection, copies);
  std::set_difference(counted.begin(), counted.end(), here.begin(), here.end(),
                      std::back_inserter(there));
  return there;
}

}  // namespace

ExitCode run_keyness(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, options.words, options, context);
  if (!selection) return ExitCode::Usage;
  const CountedCopies copies = options.facet.counted.value_or(CountedCopies::Once);
  const std::vector<Xapian::docid> here = counted_articles(*selection, copies);
  const auto there = others(searcher, options, selection->articles, copies, context);
  if (!there) return ExitCode::Usage;
  const WordCounts words = count_words(*selection, here, {});
  const WordCounts other_words = count_words(*selection, *there, {});
  if (words.total == 0 || other_words.total == 0) {
    context.messages.notes({{"N160", words.total == 0 ? "no articles match, so there is nothing to "
                                                        "compare"
                                                      : "there are no other articles to compare "
                                                        "with"}});
    return ExitCode::NoHits;
  }
  std::vector<KeyWord> found =
      key_words(words, other_words, options.names.least.value_or(kUsualLeast));
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
                measures::per_million(one.there, other_words.total), one.articles,
                one.log_likelihood, one.log_ratio});
  }
  writer.end();
  return code;
}

}  // namespace morgue
