// SPDX-License-Identifier: GPL-3.0-or-later
// Morgue finds what a reference finds that looks at every article: the same articles, in the same
// order, with the same facets; and every facet row finds what it counts.
#include "tests/support/reference.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "query/run/searcher.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::TempDir;

const std::vector<std::string> kFacets = {"source", "section", "byline", "lang", "person",
                                          "org",    "place",   "year",   "month"};

std::vector<std::string> ids_of(const ResultPage& page) {
  std::vector<std::string> ids;
  for (const Hit& hit : page.hits) ids.push_back(hit.article.id);
  return ids;
}

/// Asks both the same questions.
class Comparison {
 public:
  Comparison(const std::filesystem::path& archive, const reference::Archive& reference)
      : searcher_(Searcher::open({archive.string()})), reference_(reference) {}

  /// `expected` is what the reference finds.
  void compare(const reference::Query& query, const std::vector<std::size_t>& expected,
               bool facets) {
    const std::string text = query.text();
    SCOPED_TRACE(text);
    SearchRequest request;
    request.query = text;
    request.limit = 0;
    request.want_articles = false;
    const auto count = searcher_.count(request);
    ASSERT_TRUE(count) << count.error().code << " " << count.error().message;
    EXPECT_EQ(count->total, expected.size());

    request.sort = SortOrder::NewestFirst;
    const auto newest = searcher_.search(request);
    ASSERT_TRUE(newest);
    EXPECT_EQ(ids_of(*newest), reference_.sorted_ids(expected, false));

    request.sort = SortOrder::OldestFirst;
    if (facets) {
      for (const std::string& name : kFacets) request.facets.push_back({name, 5});
    }
    const auto oldest = searcher_.search(request);
    ASSERT_TRUE(oldest);
    EXPECT_EQ(ids_of(*oldest), reference_.sorted_ids(expected, true));
    for (const Facet& facet : oldest->facets) compare_facet(facet, expected);
  }

 private:
  void compare_facet(const Facet& facet, const std::vector<std::size_t>& matches) {
    SCOPED_TRACE(facet.name);
    const auto expected = reference_.facet(matches, facet.name);
    EXPECT_EQ(facet.rows.size() + facet.other_values, expected.size());
    std::uint64_t before = UINT64_MAX;
    for (const FacetRow& row : facet.rows) {
      SCOPED_TRACE(row.value);
      const auto value = expected.find(row.value);
      ASSERT_NE(value, expected.end());
      EXPECT_EQ(row.count, value->second);
      EXPECT_LE(row.count, before);
      before = row.count;
      expect_hits(row.query, row.count);
    }
    expect_hits(facet.missing_query, facet.missing);
  }

  void expect_hits(const std::string& query, std::uint64_t hits) {
    SearchRequest request;
    request.query = query;
    const auto count = searcher_.count(request);
    ASSERT_TRUE(count) << query << ": " << count.error().message;
    EXPECT_EQ(count->total, hits) << query;
  }

  Searcher searcher_;
  const reference::Archive& reference_;
};

unsigned seed() {
  const char* given = std::getenv("MORGUE_SEED");
  return given != nullptr ? static_cast<unsigned>(std::atoi(given)) : 20261122U;
}

void compare_many(const std::filesystem::path& archive, const std::vector<Article>& articles,
                  int queries, int facets_every) {
  reference::Archive reference("en");
  // Of articles with one id the last is kept.
  std::map<std::string, const Article*> last;
  for (const Article& article : articles) last[article.id] = &article;
  for (const Article& article : articles) {
    if (last[article.id] == &article) reference.add(article);
  }
  Comparison comparison(archive, reference);
  std::mt19937 random(seed());
  std::uint64_t found = 0;
  for (int i = 0; i < queries; ++i) {
    const reference::Query query = reference.random_query(random);
    const std::vector<std::size_t> expected = reference.find(query);
    found += expected.empty() ? 0 : 1;
    comparison.compare(query, expected, i % facets_every == 0);
    if (testing::Test::HasFailure()) FAIL() << "query " << i << " of seed " << seed();
  }
  EXPECT_GT(found, static_cast<std::uint64_t>(queries) / 4) << "too few queries find anything";
}

Article random_article(std::mt19937& random, int number) {
  static const std::vector<std::string> kWords = {
      "Morena", "MORENA",  "morena", "tariffs", "tariff",   "Tariff",   "Peña",     "pena",
      "U.S.",   "us",      "the",    "The",     "COVID-19", "C++",      "l'enfant", "#MeToo",
      "metoo",  "running", "run",    "runs",    "arancel",  "aranceles"};
  static const std::vector<std::string> kNames = {"Ana Ruiz", "Ruiz", "Ana María Ruiz",
                                                  "José Peña"};
  const auto words = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += (i == 0 ? "" : random() % 9 == 0 ? ". " : " ") + kWords[random() % kWords.size()];
    }
    return text;
  };
  Article article;
  article.id = "a" + std::to_string(number);
  article.title = words(random() % 5);
  article.body = words(1 + random() % 30);
  article.source = random() % 4 == 0 ? "" : random() % 2 == 0 ? "El Faro" : "El Faro del Sur";
  article.lang = random() % 3 == 0 ? "es" : random() % 2 == 0 ? "en" : "";
  if (random() % 5 != 0) {
    const int month = static_cast<int>(random() % 13);
    article.date = *make_date(2024, month, month == 0 ? 0 : static_cast<int>(random() % 29));
    article.date_source = DateSource::Metadata;
    article.date_text = article.date.to_string();
  }
  for (std::size_t i = random() % 3; i > 0; --i) {
    const std::string& name = kNames[random() % kNames.size()];
    if (std::find(article.people.begin(), article.people.end(), name) == article.people.end()) {
      article.people.push_back(name);
    }
  }
  return article;
}

TEST(Reference, AgreesOnRandomArticlesAndAfterTheyChange) {
  std::mt19937 random(seed());
  const TempDir folder;
  const auto archive = folder / "small.morgue";
  std::vector<Article> all;
  // Each round replaces some articles, so that hidden ones are among those searched.
  for (int round = 0; round < 4; ++round) {
    std::string lines;
    for (int i = 0; i < 60; ++i) {
      all.push_back(random_article(random, static_cast<int>(random() % 150)));
      lines += test_support::json_line(all.back());
    }
    const auto file = folder.write("round" + std::to_string(round) + ".jsonl", lines);
    ASSERT_EQ(test_support::index_inputs(archive, {file}), ExitCode::Done);
    compare_many(archive, all, 150, 5);
  }
}

struct RealCorpus {
  const char* name;
  const char* path;
};

class ReferenceOnRealNews : public testing::TestWithParam<RealCorpus> {};

TEST_P(ReferenceOnRealNews, AgreesOn500Queries) {
  const auto input = test_support::shared_data(GetParam().path);
  if (!input) GTEST_SKIP() << "no " << GetParam().path << " in the shared data";
  std::vector<std::filesystem::path> files{*input};
  if (std::filesystem::is_directory(*input)) {
    files.clear();
    for (const auto& entry : std::filesystem::directory_iterator(*input)) {
      if (entry.path().string().ends_with(".sgm.zst")) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
  }
  const TempDir folder;
  const auto archive = folder / "real.morgue";
  const ExitCode code = test_support::index_inputs(archive, files);
  ASSERT_TRUE(code == ExitCode::Done || code == ExitCode::Rejected);
  compare_many(archive, test_support::read_articles(files), 500, 20);
}

INSTANTIATE_TEST_SUITE_P(Corpora, ReferenceOnRealNews,
                         testing::Values(RealCorpus{"Reuters", "search/reuters21578"},
                                         RealCorpus{"Press", "search/press-sample.jsonl.zst"}),
                         [](const auto& corpus) { return corpus.param.name; });

}  // namespace
}  // namespace morgue
