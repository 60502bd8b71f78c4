// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/bursts.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "query/explore/article_words.h"
#include "query/explore/keyness.h"
#include "query/explore/measures.h"
#include "query/explore/trend.h"

namespace morgue {
namespace {

constexpr std::size_t kShownWords = 5;
constexpr std::uint64_t kLeastOccurrences = 3;

using Articles = std::vector<Xapian::docid>;

std::map<std::string, Articles> by_period(const Selection& selection, const Articles& articles,
                                          Period period) {
  std::map<std::string, Articles> periods;
  Periods of_articles(selection, period);
  for (const Xapian::docid article : articles) {
    std::string name = of_articles.of(article);
    if (!name.empty()) periods[std::move(name)].push_back(article);
  }
  return periods;
}

/// Adds occurrences and totals.
void add(const WordCounts& counts, WordCounts& sum) {
  sum.total += counts.total;
  for (const auto& [word, count] : counts.words) sum.words[word].occurrences += count.occurrences;
}

/// The article that has most of the words, and of those the first.
void choose_article(const Selection& selection, const Articles& articles, Burst& burst) {
  const std::set<std::string_view> wanted(burst.words.begin(), burst.words.end());
  std::size_t most = 0;
  each_article_words(selection.view(), articles, false, [&](const ArticleWords& words) {
    std::set<std::string_view> found;
    std::vector<std::span<const Token>> texts = words.text();
    texts.emplace_back(words.title.tokens());
    for (const std::span<const Token> text : texts) {
      for (const Token& token : text) {
        const auto word = wanted.find(token.folded);
        if (word != wanted.end()) found.insert(*word);
      }
    }
    if (!burst.id.empty() && found.size() <= most) return;
    most = found.size();
    burst.id = words.article.id;
    burst.title = words.article.title;
  });
}

/// Their key words against the other dated articles, `others` and those of the other bursts; and an
/// article of each.
void describe(const Selection& selection, const std::map<std::string, Articles>& periods,
              const Articles& others, std::vector<Burst>& bursts) {
  if (bursts.empty()) return;
  WordCounts sum = count_words(selection, others);
  std::vector<WordCounts> here;
  for (const Burst& burst : bursts) {
    here.push_back(count_words(selection, periods.at(burst.period)));
    add(here.back(), sum);
  }
  const CorpusWords all = corpus_words(std::move(sum));
  for (std::size_t i = 0; i < bursts.size(); ++i) {
    const CorpusWords there = without(all, corpus_words(here[i]));
    if (there.words > 0) {
      for (KeyWord& key : key_words(here[i], there, kLeastOccurrences, kShownWords)) {
        bursts[i].words.push_back(std::move(key.word));
      }
    }
    choose_article(selection, periods.at(bursts[i].period), bursts[i]);
  }
}

}  // namespace

std::vector<Burst> find_bursts(const Selection& selection, const Selection& everything,
                               const BurstRequest& request) {
  const auto found =
      by_period(selection, counted_articles(selection, request.copies), request.period);
  PeriodCounts all =
      count_periods(everything, counted_articles(everything, request.copies), request.period);
  all.erase("");
  std::uint64_t total_found = 0;
  std::uint64_t total = 0;
  for (const auto& [name, articles] : found) total_found += articles.size();
  for (const auto& [name, count] : all) total += count.articles;
  std::vector<Burst> bursts;
  Articles others;  // of periods that are none
  for (const auto& [name, articles] : found) {
    // Of copies in several periods the one that matches may not be the one that counts of all.
    const std::uint64_t of_all = std::max<std::uint64_t>(all[name].articles, articles.size());
    if (articles.size() < request.least || of_all >= total) {
      others.insert(others.end(), articles.begin(), articles.end());
      continue;
    }
    Burst burst;
    burst.period = name;
    burst.articles = articles.size();
    burst.expected =
        static_cast<double>(total_found) * static_cast<double>(of_all) / static_cast<double>(total);
    burst.log_likelihood = measures::log_likelihood(articles.size(), total_found - articles.size(),
                                                    of_all, total - of_all);
    if (static_cast<double>(burst.articles) > burst.expected &&
        burst.log_likelihood >= kBurstLikelihood) {
      bursts.push_back(std::move(burst));
    } else {
      others.insert(others.end(), articles.begin(), articles.end());
    }
  }
  describe(selection, found, others, bursts);
  return bursts;
}

}  // namespace morgue
