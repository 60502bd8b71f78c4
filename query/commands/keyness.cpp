// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/keyness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/row_queries.h"
#include "query/explore/measures.h"
#include "query/render/table.h"

namespace morgue {
namespace {

constexpr std::uint64_t kLeastOccurrences = 3;

/// What is compared: the articles that match, and those of --against or all others.
struct Sides {
  const CountedArticles here;
  const Selection& selection;              ///< the other side, with what matches
  const std::vector<Xapian::docid> there;  ///< without
  bool are_most = false;                   ///< of the archive
};

CorpusWords words_there(const Sides& sides) {
  if (sides.are_most) return corpus_words_of_most(sides.selection, sides.there, sides.here);
  return corpus_words(count_words(sides.selection, sides.there));
}

/// The words that can be avoided ones: of those that would stand `least` times here.
std::vector<CommonWord> words_to_avoid(const Sides& sides, const CorpusWords& there,
                                       std::uint64_t least) {
  const auto here = static_cast<double>(std::max<std::uint64_t>(1, sides.here.counts.total));
  const double bound =
      std::floor(static_cast<double>(least) * (here + static_cast<double>(there.words)) / here);
  return common_words(sides.selection.archives, static_cast<std::uint64_t>(bound));
}

/// The usual marks of how likely chance alone gives such a difference.
std::string mark_of(double chance) {
  constexpr std::array<std::pair<double, const char*>, 4> kMarks{
      {{0.0001, "<0.0001"}, {0.001, "<0.001"}, {0.01, "<0.01"}, {0.05, "<0.05"}}};
  for (const auto& [limit, mark] : kMarks) {
    if (chance < limit) return mark;
  }
  return "";
}

}  // namespace

ExitCode run_keyness(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, options.words, options, context);
  if (!selection) return ExitCode::Usage;
  const CountedCopies copies = options.facet.counted.value_or(CountedCopies::Once);
  const std::vector<Xapian::docid> here = counted_articles(*selection, copies);
  const WordCounts words = count_words(*selection, here);
  const std::uint64_t least = options.names.least.value_or(kLeastOccurrences);
  const std::string& against = options.explore.against;
  const auto others = against.empty() ? select_query(searcher, "*", options, context)
                                      : select_articles(searcher, {against}, options, context);
  if (!others) return ExitCode::Usage;
  std::vector<Xapian::docid> there =
      without(counted_articles(*others, copies), selection->articles);
  const bool are_most = against.empty() && there.size() > others->articles.size() / 2;
  const Sides sides{{here, words}, *others, std::move(there), are_most};
  const CorpusWords other_words = words_there(sides);
  if (words.total == 0 || other_words.words == 0) {
    context.messages.notes({{"N160", words.total == 0 ? "no articles match, so there is nothing to "
                                                        "compare"
                                                      : "there are no other articles to compare "
                                                        "with"}});
    return ExitCode::NoHits;
  }
  const Format format = options.output.format;
  const std::uint64_t limit = row_limit(options, format == Format::Text ? kUsualRows : 0);
  const std::vector<KeyWord> found =
      options.explore.negative
          ? avoided_words(words, other_words, words_to_avoid(sides, other_words, least), least,
                          limit)
          : key_words(words, other_words, least, limit);
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
                      {"log_ratio"},
                      {"p"},
                      {"query", false}},
                     context.out);
  writer.begin(head_of("words", selection->head, searcher, options, context));
  const RowQueries queries(selection->head.canonical);
  for (const KeyWord& one : found) {
    writer.row({one.word, one.here, measures::per_million(one.here, words.total), one.there,
                measures::per_million(one.there, other_words.words), one.articles,
                one.log_likelihood, one.log_ratio, mark_of(measures::chance_of(one.log_likelihood)),
                format == Format::Text ? std::string() : queries.with_words(one.word)});
  }
  writer.end();
  return code;
}

}  // namespace morgue
