// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdio>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/run_request.h"
#include "query/explore/telling_words.h"
#include "query/parse/print.h"

namespace morgue {
namespace {

constexpr std::size_t kWords = 25;

/// "\"tariffs\"^4.1 OR \"pause\"^2": what the words ask for.
std::string any_of(const std::vector<TellingWord>& words) {
  std::string query;
  for (const TellingWord& word : words) {
    char weight[32];
    std::snprintf(weight, sizeof weight, "%.1f", std::max(0.1, word.weight));
    query.append(query.empty() ? "\"" : " OR \"").append(word.word).append("\"^").append(weight);
  }
  return query;
}

/// The article and its copies, which are no news to who has it.
std::string without(const std::vector<Article>& copies) {
  std::string query;
  for (const Article& copy : copies) {
    query.append(query.empty() ? " NOT (id:" : " OR id:").append(quote(copy.id));
  }
  return query.empty() ? query : query + ")";
}

/// How many articles of the archive are in the language, so that "de" is common in Spanish though
/// most of an archive is English; of no language, all.
std::uint64_t articles_like(Searcher& searcher, const std::string& lang, std::uint64_t all) {
  if (lang.empty()) return all;
  SearchRequest request;
  request.query = "lang:" + quote(lang);
  const auto page = searcher.count(request);
  return page && page->total > 0 ? page->total : all;
}

}  // namespace

ExitCode run_like(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto everything = select_query(searcher, "*", options, context);
  Article seed;
  std::vector<Span> boilerplate;
  std::vector<Article> copies;
  if (options.words.front() == "-") {
    seed.body.assign(std::istreambuf_iterator<char>(context.in), {});
  } else {
    const std::optional<Hit> hit = searcher.article(options.words.front());
    if (!hit) {
      context.messages.failure("no-article", "no article with the id " + options.words.front());
      return ExitCode::NoHits;
    }
    seed = hit->article;
    boilerplate = hit->boilerplate;
    copies = searcher.copies(seed.id);
  }
  ArticleWordsReader reader(false);
  const std::string date = seed.date.known() ? seed.date.to_string() : std::string();
  const std::uint64_t articles = articles_like(searcher, seed.lang, everything->articles.size());
  const std::vector<TellingWord> words =
      telling_words(reader.analyze(std::move(seed), std::move(boilerplate)), everything->archives,
                    articles, kWords);
  if (words.empty()) {
    context.messages.notes({{"N170", "the text has no words that tell it from others"}});
    return ExitCode::NoHits;
  }
  if (options.explore.before && date.empty()) {
    context.messages.notes({{"N171", "the article has no date, so --before leaves nothing out"}});
  }
  QueryText query;
  query.text = "(" + any_of(words) + ")" + without(copies);
  if (options.explore.before && !date.empty()) query.text += " date:.." + date;
  SearchRequest request = request_of(options, query);
  request.limit = options.limits.limit;
  request.offset = options.limits.offset;
  request.want_articles = options.output.format != Format::Ids;
  if (request.want_articles) {
    request.listed_copies = options.copies.listed.value_or(ListedCopies::First);
  }
  return run_request(request, query, Subject::Hits, options, context);
}

}  // namespace morgue
