// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <vector>

#include "query/run/read_query.h"
#include "query/run/searcher.h"
#include "tests/fuzz/laws.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue::fuzz {
namespace {

using test_support::article;

/// Few words that come often, in two languages, and a value of every kind of field.
std::string some_articles() {
  std::string lines;
  const auto add = [&](const Article& one) { lines += test_support::json_line(one); };
  add(article("a1")
          .title("Tariffs rise")
          .body("A B a. The tariff: a b c.\n\nB a C b. A b.")
          .byline("Ana Ruiz")
          .source("El Faro")
          .section("News")
          .lang("en")
          .on("2024-03-05")
          .person("Ana Ruiz")
          .place("El Paso")
          .url("https://faro.example/a/1"));
  add(article("a2")
          .title("Suben aranceles")
          .body("Los aranceles suben. A b, a c.\n\nPeña: b c.")
          .byline("José Peña")
          .source("El Faro del Sur")
          .lang("es")
          .on("2024-03")
          .person("José Peña")
          .organisation("Morena")
          .extra("desk", "a b"));
  add(article("a3").title("a b").body("c").lang("en").on("2024"));
  add(article("a4").title("").body("b a b a b a b a. c c a b.").source("El Faro"));
  add(article("a5")
          .title("COVID-19 in the U.S.")
          .body("12:30 C++ l'enfant #MeToo running. Run a!")
          .section("a")
          .lang("fr")
          .on("2023-12-31")
          .organisation("U.S. Army")
          .place("a"));
  return lines;
}

class SmallArchive {
 public:
  SmallArchive() {
    test_support::index_inputs(folder_ / "a.morgue", {folder_.write("a.jsonl", some_articles())});
    folder_.write("a.morgue/queries.tsv",
                  "mine\ta OR title:b\nhers\tquery:mine NOT c\n"
                  "loop\ta query:loop\nbad\t(a\n");
    searcher_.emplace(Searcher::open({(folder_ / "a.morgue").string()}));
  }

  Searcher& searcher() { return *searcher_; }

 private:
  test_support::TempDir folder_;
  std::optional<Searcher> searcher_;
};

SearchRequest request_for(std::string_view text) {
  SearchRequest request;
  request.query = text;
  request.max_expansions = 100;
  request.today = 19'800;
  return request;
}

std::vector<std::string> sorted_ids(const ResultPage& page) {
  std::vector<std::string> ids;
  for (const Hit& hit : page.hits) ids.push_back(hit.article.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

bool reaches_limit(const Result<ResultPage, QueryError>& page) {
  constexpr std::array kLimits{"Q110", "Q206", "Q207"};
  return !page && std::find(kLimits.begin(), kLimits.end(), page.error().code) != kLimits.end();
}

void check_both_ways(Searcher& searcher, SearchRequest request) {
  const auto page = searcher.search(request);
  if (!page) check_error(request.query, page.error());
  request.engine_operators = false;
  const auto same = searcher.search(request);
  if (reaches_limit(page) || reaches_limit(same)) return;
  require(page.has_value() == same.has_value(), "both ways to match find or refuse");
  if (!page) {
    require(page.error().code == same.error().code, "both refuse for the same reason");
    return;
  }
  require(page->total == same->total, "both ways to match find as many");
  require(sorted_ids(*page) == sorted_ids(*same), "both ways to match find the same");
}

void check_lenient(Searcher& searcher, SearchRequest request) {
  static const std::vector<std::string> kFields{"body", "byline", "date", "desk", "title"};
  static const SavedQueries kNone;
  request.lenient = true;
  const auto read = read_query(request, {kFields, kNone});
  require(read || read.error().code == "Q100" || read.error().code == "Q108",
          "a lenient query is read, unless it is empty or too long");
  const auto page = searcher.search(request);
  if (!page && !reaches_limit(page)) check_error(request.query, page.error());
}

}  // namespace

void check_bind(std::string_view text) {
  static SmallArchive archive;
  check_both_ways(archive.searcher(), request_for(text));
  check_lenient(archive.searcher(), request_for(text));
}

}  // namespace morgue::fuzz
