// SPDX-License-Identifier: GPL-3.0-or-later
// Morgue finds what a judge finds that looks at every article: the same articles, in the same
// order, with the same facets; every facet row finds what it counts; and the engine's own operators
// find what the position matcher does.
//
//   MORGUE_SEED=7         other queries
//   MORGUE_QUERIES=200    that many on each corpus
//   MORGUE_CLASSES=4127   expressions of these classes only (tests/support/brute/generator.h)
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>

#include <gtest/gtest.h>

#include "common/index/archive_reader.h"
#include "common/index/stored_article.h"
#include "query/run/searcher.h"
#include "tests/support/article_builder.h"
#include "tests/support/brute/boilerplate.h"
#include "tests/support/brute/generator.h"
#include "tests/support/brute/judge.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::TempDir;

const std::vector<std::string> kFacets = {"source", "section", "byline", "lang", "person",
                                          "org",    "place",   "year",   "month"};

unsigned setting(const char* name, unsigned otherwise) {
  const char* given = std::getenv(name);
  return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 0)) : otherwise;
}

unsigned seed() { return setting("MORGUE_SEED", 20261122U); }

std::int32_t today() {
  const auto now = std::chrono::system_clock::now();
  return static_cast<std::int32_t>(
      std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
}

std::vector<std::string> ids_of(const ResultPage& page) {
  std::vector<std::string> ids;
  for (const Hit& hit : page.hits) ids.push_back(hit.article.id);
  return ids;
}

std::vector<std::string> sorted_ids_of(const ResultPage& page) {
  std::vector<std::string> ids = ids_of(page);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string listed(const std::vector<std::string>& ids) {
  constexpr std::size_t kListed = 5;
  std::string text = std::to_string(ids.size());
  for (std::size_t i = 0; i < std::min(ids.size(), kListed); ++i) {
    text += (i == 0 ? ": " : ", ") + ids[i];
  }
  return text + (ids.size() > kListed ? ", ..." : "");
}

/// How two answers to one query differ.
struct Disagreement {
  std::string code;  ///< of the error Morgue answers with; empty: both found something
  std::string text;
};

/// Asks both the same questions.
class Comparison {
 public:
  Comparison(const std::filesystem::path& archive, const brute::Archive& articles)
      : searcher_(Searcher::open({archive.string()})), judge_(articles, today()) {}

  /// Fails with the smallest query on which they disagree, if on this one they do.
  void compare(const brute::Node& query) {
    const std::string text = brute::print(query);
    const auto first = disagreement(text);
    if (!first) return;
    const brute::Node smallest = brute::shrink(query, [&](const brute::Node& simpler) {
      try {
        const auto still = disagreement(brute::print(simpler));
        return still && still->code == first->code;
      } catch (const std::invalid_argument&) {
        return false;
      }
    });
    ADD_FAILURE() << "query:    " << text << "\n"
                  << first->text << "smallest: " << brute::print(smallest) << "\n"
                  << disagreement(brute::print(smallest))->text;
  }

  /// The same articles sorted by date, either way, with facets.
  void compare_pages(const std::string& text) {
    SCOPED_TRACE(text);
    const std::vector<std::size_t> expected = judge_.find(text);
    SearchRequest request = request_for(text);
    request.sort = SortOrder::NewestFirst;
    const auto newest = searcher_.search(request);
    ASSERT_TRUE(newest);
    EXPECT_EQ(ids_of(*newest), judge_.archive().sorted_ids(expected, false));

    request.sort = SortOrder::OldestFirst;
    for (const std::string& name : kFacets) request.facets.push_back({name, 5});
    const auto oldest = searcher_.search(request);
    ASSERT_TRUE(oldest);
    EXPECT_EQ(ids_of(*oldest), judge_.archive().sorted_ids(expected, true));
    for (const Facet& facet : oldest->facets) compare_facet(facet, expected);
  }

  std::uint64_t found() const { return found_; }

 private:
  static SearchRequest request_for(const std::string& text) {
    SearchRequest request;
    request.query = text;
    request.limit = 0;
    request.want_articles = false;
    request.max_expansions = 10'000'000;
    return request;
  }

  /// An exception, which no query may cause, is an error without a code of the language.
  Result<ResultPage, QueryError> ask(const std::string& text) {
    try {
      return searcher_.search(request_for(text));
    } catch (const std::exception& error) {
      return QueryError{"exception", {}, error.what(), ""};
    }
  }

  std::optional<Disagreement> disagreement(const std::string& text) {
    std::vector<std::string> expected;
    for (const std::size_t i : judge_.find(text)) expected.push_back(judge_.archive()[i].id);
    found_ += expected.empty() ? 0 : 1;
    const auto page = ask(text);
    if (!page) {
      return Disagreement{page.error().code,
                          "  Morgue: " + page.error().code + " " + page.error().message + "\n"};
    }
    SearchRequest by_positions = request_for(text);
    by_positions.engine_operators = false;
    const auto same = searcher_.search(by_positions);
    const std::vector<std::string> ids = sorted_ids_of(*page);
    if (!same || sorted_ids_of(*same) != ids) {
      return Disagreement{"positions", "  the engine's own operators find " +
                                           std::to_string(page->total) +
                                           ", the position matcher something else\n"};
    }
    std::sort(expected.begin(), expected.end());
    if (ids == expected && page->total == expected.size()) return std::nullopt;
    std::vector<std::string> ours;
    std::vector<std::string> theirs;
    std::set_difference(ids.begin(), ids.end(), expected.begin(), expected.end(),
                        std::back_inserter(ours));
    std::set_difference(expected.begin(), expected.end(), ids.begin(), ids.end(),
                        std::back_inserter(theirs));
    return Disagreement{"", "  only Morgue finds " + listed(ours) + "\n  only the judge finds " +
                                listed(theirs) + "\n  Morgue says " + std::to_string(page->total) +
                                " of " + std::to_string(expected.size()) + "\n"};
  }

  void compare_facet(const Facet& facet, const std::vector<std::size_t>& matches) {
    SCOPED_TRACE(facet.name);
    const auto expected = judge_.archive().facet(matches, facet.name);
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
    SearchRequest request = request_for(query);
    const auto count = searcher_.count(request);
    ASSERT_TRUE(count) << query << ": " << count.error().message;
    EXPECT_EQ(count->total, hits) << query;
  }

  Searcher searcher_;
  brute::Judge judge_;
  std::uint64_t found_ = 0;
};

/// Every so many queries are compared with order and facets, too.
constexpr unsigned kPagesEvery = 20;

/// Which names stand in a text, and which of them mean the same, is for others to judge; here, what
/// queries make of them.
AddOptions names_apart() {
  AddOptions options;
  options.entities.links = "off";
  return options;
}

/// What is stored of an article; empty when there is none.
std::string data_of(const ArchiveReader& archive, const std::string& id) {
  const auto place = archive.find(id);
  if (!place) return {};
  const Xapian::Database& database = archive.segments()[place->segment].database;
  return database.get_document(place->document).get_data();
}

/// `least`: in how many articles of an outlet a paragraph is boilerplate.
void compare_many(const std::filesystem::path& archive, const std::vector<Article>& articles,
                  unsigned queries, std::size_t least = kUsualBoilerplateMin) {
  brute::Archive words("en");
  // Of articles with one id the last is kept.
  std::map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < articles.size(); ++i) last[articles[i].id] = i;
  std::vector<Article> live;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (last[articles[i].id] == i) live.push_back(articles[i]);
  }
  const auto boilerplate = brute::find_boilerplate(live, least);
  const ArchiveReader stored = ArchiveReader::open(ArchivePaths{archive});
  for (std::size_t i = 0; i < live.size(); ++i) {
    const std::string data = data_of(stored, live[i].id);
    ASSERT_EQ(decode_stored_boilerplate(data), boilerplate[i]) << live[i].id;
    words.add(live[i], decode_all_mentions(data), boilerplate[i]);
  }
  Comparison comparison(archive, words);
  const unsigned classes = setting("MORGUE_CLASSES", brute::kAllClasses);
  brute::Generator generator(words, classes, seed());
  const unsigned count = setting("MORGUE_QUERIES", queries);
  for (unsigned i = 0; i < count; ++i) {
    const brute::Node query = generator.query();
    comparison.compare(query);
    if (!testing::Test::HasFailure() && i % kPagesEvery == 0) {
      comparison.compare_pages(brute::print(query));
    }
    if (testing::Test::HasFailure()) FAIL() << "query " << i << " of seed " << seed();
  }
  EXPECT_GT(comparison.found(), count / 3U) << "too few queries find anything";
}

void index_and_compare(const std::vector<std::filesystem::path>& inputs, unsigned queries) {
  const TempDir folder;
  const auto archive = folder / "news.morgue";
  const ExitCode code = test_support::index_inputs(archive, inputs, names_apart());
  ASSERT_TRUE(code == ExitCode::Done || code == ExitCode::Rejected);
  compare_many(archive, test_support::read_articles(inputs), queries);
}

/// Few different words, so that whatever can collide does.
Article random_article(std::mt19937& random, int number) {
  static const std::vector<std::string> kWords = {
      "Morena", "MORENA",  "morena", "tariffs", "tariff",   "Tariff",   "Peña",     "pena",
      "U.S.",   "us",      "the",    "The",     "COVID-19", "C++",      "l'enfant", "#MeToo",
      "metoo",  "running", "run",    "runs",    "arancel",  "aranceles"};
  static const std::vector<std::string> kNames = {"Ana Ruiz", "Ruiz", "Ana María Ruiz",
                                                  "José Peña"};
  const auto words = [&](std::size_t count) {
    const std::size_t different = 3 + random() % (kWords.size() - 2);
    const std::size_t from = random() % kWords.size();
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      const auto die = random() % 20;
      if (i > 0) text += die < 2 ? ". " : die == 2 ? ".\n\n" : " ";
      text += kWords[(from + random() % different) % kWords.size()];
    }
    return text;
  };
  Article article;
  article.id = "a" + std::to_string(number);
  article.title = words(random() % 5);
  article.body = words(1 + random() % (random() % 6 == 0 ? 90 : 30));
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

TEST(QueryLanguage, IsJudgedOnRandomArticlesAndAfterTheyChange) {
  std::mt19937 random(seed());
  const TempDir folder;
  const auto archive = folder / "small.morgue";
  AddOptions options = names_apart();
  options.entities.gazetteers = {
      folder
          .write("list.csv",
                 "type,name,aliases,anycase\norg,Morena,,yes\nplace,U.S.,US,yes\nperson,Ana Ruiz\n"
                 "duty,Tariff,tariffs|aranceles|Arancel,yes\nplant,C++\n")
          .string()};
  std::vector<Article> all;
  // Each round replaces some articles, so that hidden ones are among those searched.
  for (int round = 0; round < 4; ++round) {
    std::string lines;
    for (int i = 0; i < 60; ++i) {
      lines += test_support::json_line(random_article(random, static_cast<int>(random() % 150)));
    }
    const auto file = folder.write("round" + std::to_string(round) + ".jsonl", lines);
    ASSERT_EQ(test_support::index_inputs(archive, {file}, options), ExitCode::Done);
    for (Article& article : test_support::read_articles({file})) all.push_back(std::move(article));
    compare_many(archive, all, 1'000);
    if (HasFailure()) return;
  }
}

/// An article with some paragraphs that others have, too.
Article article_with_boilerplate(std::mt19937& random, int number) {
  static const std::vector<std::string> kParagraphs = {
      "Advertisement", "Read more: tariffs", "Morena. Get the U.S. running!",
      "Follow Ana Ruiz and the #MeToo tariffs every day",
      "El arancel de José Peña, de lunes a viernes"};
  Article article = random_article(random, number);
  for (const std::string& paragraph : kParagraphs) {
    if (random() % 4 != 0) continue;
    article.body =
        random() % 2 == 0 ? paragraph + "\n\n" + article.body : article.body + "\n\n" + paragraph;
  }
  return article;
}

TEST(QueryLanguage, IsJudgedWhereBoilerplateComesAndGoes) {
  constexpr std::uint32_t kLeast = 9;
  std::mt19937 random(seed());
  const TempDir folder;
  const auto archive = folder / "small.morgue";
  AddOptions options = names_apart();
  options.boilerplate_min = kLeast;
  std::vector<Article> all;
  for (int round = 0; round < 4; ++round) {
    std::string lines;
    for (int i = 0; i < 40; ++i) {
      const int number = static_cast<int>(random() % 120);
      lines += test_support::json_line(article_with_boilerplate(random, number));
    }
    const auto file = folder.write("round" + std::to_string(round) + ".jsonl", lines);
    ASSERT_EQ(test_support::index_inputs(archive, {file}, options), ExitCode::Done);
    for (Article& article : test_support::read_articles({file})) all.push_back(std::move(article));
    compare_many(archive, all, 150, kLeast);
    if (HasFailure()) return;
  }
  const ArchiveReader last = ArchiveReader::open(ArchivePaths{archive});
  EXPECT_GT(last.boilerplate_list().articles, 20U) << "nothing is tested";
}

TEST(QueryLanguage, IsJudgedOnTheSampleCorpus) {
  index_and_compare({std::filesystem::path(MORGUE_SOURCE_DIR) / "corpora/sample"}, 3'000);
}

struct RealCorpus {
  const char* name;
  const char* path;
  unsigned queries;  ///< by how long its articles are, for the judge reads them all
};

class QueryLanguageOnRealNews : public testing::TestWithParam<RealCorpus> {};

TEST_P(QueryLanguageOnRealNews, IsJudgedOn5000Articles) {
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
  std::string lines;
  for (const Article& article : test_support::read_articles(files, 5'000)) {
    lines += test_support::json_line(article);
  }
  const TempDir folder;
  index_and_compare({folder.write("news.jsonl", lines)}, GetParam().queries);
}

INSTANTIATE_TEST_SUITE_P(Corpora, QueryLanguageOnRealNews,
                         testing::Values(RealCorpus{"Reuters", "search/reuters21578", 300},
                                         RealCorpus{"Press", "search/press-sample.jsonl.zst", 120}),
                         [](const auto& corpus) { return corpus.param.name; });

}  // namespace
}  // namespace morgue
