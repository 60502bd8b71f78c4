// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/run_request.h"
#include "query/commands/text_articles.h"
#include "query/explore/shared_text.h"
#include "query/explore/telling_words.h"
#include "query/parse/print.h"

namespace morgue {
namespace {

constexpr std::size_t kWords = 25;
constexpr double kCopy = .5;  ///< so much of the shorter text

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

/// What is to be compared with.
struct Seed {
  Article article;
  std::vector<Span> boilerplate;
  std::vector<Article> copies;  ///< of the archive, with the article itself when it is of it
  bool is_in_archive = false;
};

/// The article of the id, or the text of a file; nullopt when there is none, which is said.
std::optional<Seed> seed_of(Searcher& searcher, const Options& options, Context& context) {
  std::string file = options.explore.text_file;
  const std::string id = options.words.empty() ? "" : options.words.front();
  if (file.empty() && id == "-") file = id;
  if (!file.empty()) {
    const auto text = read_text_file(file, context);
    if (!text) return std::nullopt;
    return Seed{article_of_text(*text, file), {}, {}, false};
  }
  std::optional<Hit> hit = searcher.article(id);
  if (!hit) {
    std::error_code error;
    const bool is_file = std::filesystem::is_regular_file(id, error);
    context.messages.failure("no-article", "no article with the id " + id +
                                               (is_file ? "; of a file: --file " + id : ""));
    return std::nullopt;
  }
  return Seed{std::move(hit->article), std::move(hit->boilerplate), searcher.copies(id), true};
}

/// The articles of the archive that share most of a text that need not be of it.
std::vector<Article> copies_of(const Article& text, const std::string& query, Searcher& searcher) {
  constexpr std::uint64_t kMostCopies = 50;
  SearchRequest request;
  request.query = query;
  request.limit = kMostCopies;
  const auto page = searcher.search(request);
  Analyzer analyzer;
  const BodyShingles shingles = shingles_of_body(text, analyzer);
  std::vector<Article> copies;
  if (!page || shingles.shingles.empty()) return copies;
  for (const Hit& hit : page->hits) {
    const bool is_copy = shared_part(shingles, shingles_of_body(hit.article, analyzer)) >= kCopy;
    if (is_copy) copies.push_back(hit.article);
  }
  return copies;
}

}  // namespace

ExitCode run_like(const Options& options, Context& context) {
  if (options.words.empty() == options.explore.text_file.empty()) {
    context.messages.usage_error(
        {"like needs an id, or --file FILE", "as in: morgue-query like ID"});
    return ExitCode::Usage;
  }
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto everything = select_query(searcher, "*", options, context);
  auto seed = seed_of(searcher, options, context);
  if (!seed) return ExitCode::NoHits;
  ArticleWordsReader reader(false);
  const Article& article = seed->article;
  const std::string date = article.date.known() ? article.date.to_string() : std::string();
  const std::uint64_t articles = articles_like(searcher, article.lang, everything->articles.size());
  const std::vector<TellingWord> words = telling_words(reader.analyze(article, seed->boilerplate),
                                                       everything->archives, articles, kWords);
  if (words.empty()) {
    context.messages.notes({{"N170", "the text has no words that tell it from others"}});
    return ExitCode::NoHits;
  }
  if (options.explore.before && date.empty()) {
    context.messages.notes({{"N171", "the article has no date, so --before leaves nothing out"}});
  }
  QueryText query;
  query.text = "(" + any_of(words) + ")";
  if (!seed->is_in_archive) seed->copies = copies_of(article, query.text, searcher);
  query.text += without(seed->copies);
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
