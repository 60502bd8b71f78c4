// SPDX-License-Identifier: GPL-3.0-or-later
// Real collections, when they are at hand: every article comes out, and nothing else.
#include <algorithm>
#include <filesystem>

#include <gmock/gmock.h>

#include "indexer/normalize/normalize.h"
#include "tests/support/shared_data.h"
#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMissing = "the real collections are not at hand (see MORGUE_SHARED)";
constexpr PartialDate kToday{2026, 11, 23};

struct Collection {
  const char* file;
  const char* map;
  std::size_t records;
  std::size_t articles;  ///< records with any text
  std::size_t with_body;
  std::size_t with_day;
};

struct Counts {
  std::size_t articles = 0;
  std::size_t titled = 0;
  std::size_t with_body = 0;
  std::size_t dated = 0;
  std::size_t repaired = 0;
  std::vector<std::string> problems;
};

// Without keeping the articles: some collections are large.
Counts count_articles(const std::string& path, const ReadOptions& options) {
  Counts counts;
  const Normalizer normalizer(options.map, kToday);
  const auto reader = open_input({path, 0, 0}, options);
  const auto problem = [&](const RecordError& error) {
    counts.problems.push_back(error.at.file + ":" + std::to_string(error.at.line) + ": " +
                              error.error.code + " " + error.error.message);
  };
  while (auto chunk = reader->next()) {
    if (!*chunk) {
      problem(chunk->error());
      continue;
    }
    auto record = (*chunk)->parser->parse(**chunk);
    if (!record) {
      problem(record.error());
      continue;
    }
    const auto article = normalizer.normalize(std::move(*record));
    if (!article) {
      problem(article.error());
      continue;
    }
    ++counts.articles;
    counts.titled += article->article.title.empty() ? 0 : 1;
    counts.with_body += article->article.body.empty() ? 0 : 1;
    counts.dated += article->article.date.day != 0 ? 1 : 0;
    counts.repaired += article->repaired_bytes;
  }
  return counts;
}

// The press sample has a record of nothing but NULs, kept for its id and date, and three without a
// date; of the Saudi papers, 18 records are empty. Some of the Brazilian dates (4/3/2017) can mean
// two days, and the Spanish ones stand in addresses, three in a line of the text.
constexpr Collection kCollections[] = {
    {"press-sample.jsonl.zst", "", 40'000, 40'000, 39'999, 39'997},
    {"languages/10kgnad-de-test.csv.zst", "section=1,body=2", 1'028, 1'028, 1'028, 0},
    {"languages/saudinewsnet-ar.jsonl.zst", "", 2'000, 1'982, 1'958, 1'982},
    {"languages/fakebr-pt.jsonl.zst", "", 1'000, 1'000, 1'000, 731},
    {"wikinews-2019-2020/wikinews_2019.csv", "", 171, 171, 171, 171},
    {"wikinews-2019-2020/wikinews_2020.csv", "", 124, 124, 124, 124},
    {"fakenews-es/train.csv", "", 676, 676, 676, 264},
    {"fakenews-es/development.csv", "", 295, 295, 295, 129},
    {"fakenews-es/test.csv", "", 572, 572, 572, 135},
};

TEST(RealData, EveryArticleIsRead) {
  for (const auto& [file, map_text, records, articles, with_body, with_day] : kCollections) {
    SCOPED_TRACE(file);
    const auto path = test_support::shared_data(std::string("search/") + file);
    if (!path) GTEST_SKIP() << kMissing;
    const auto map = FieldMap::parse({map_text});
    ASSERT_TRUE(map);
    const Counts counts = count_articles(path->string(), {"", *map});
    EXPECT_EQ(counts.articles + counts.problems.size(), records);
    EXPECT_EQ(counts.articles, articles);
    EXPECT_EQ(counts.with_body, with_body);
    EXPECT_EQ(counts.dated, with_day);
    EXPECT_THAT(counts.problems, testing::Each(testing::HasSubstr(": no-text ")));
  }
}

TEST(RealData, MasakhaNewsInSixteenLanguages) {
  const auto folder = test_support::shared_data("search/languages");
  if (!folder) GTEST_SKIP() << kMissing;
  std::size_t files = 0;
  std::size_t articles = 0;
  for (const auto& entry : fs::directory_iterator(*folder)) {
    if (!entry.path().filename().string().starts_with("masakhanews-")) continue;
    SCOPED_TRACE(entry.path().filename().string());
    const Counts counts = count_articles(entry.path().string(), {});
    EXPECT_EQ(counts.titled, counts.articles);
    EXPECT_THAT(counts.problems, testing::IsEmpty());
    articles += counts.articles;
    ++files;
  }
  EXPECT_EQ(files, 16U);
  EXPECT_EQ(articles, 6'242U);
}

TEST(RealData, Reuters) {
  const auto folder = test_support::shared_data("search/reuters21578");
  if (!folder) GTEST_SKIP() << kMissing;
  std::size_t records = 0;
  std::size_t with_body = 0;
  std::size_t unprocessed = 0;
  std::size_t dated = 0;
  std::size_t repaired = 0;
  const Normalizer normalizer({}, kToday);
  for (const auto& entry : fs::directory_iterator(*folder)) {
    if (!entry.path().string().ends_with(".sgm.zst")) continue;
    ReadAll all = read_file(entry.path().string());
    EXPECT_THAT(all.error_codes(), testing::IsEmpty()) << entry.path();
    records += all.records.size();
    for (RawRecord& record : all.records) {
      const std::string type = ReadAll::value(record, "text_type");
      with_body += type == "-" && ReadAll::value(record, "body") != "-" ? 1 : 0;
      unprocessed += type == "UNPROC" ? 1 : 0;
      EXPECT_TRUE(type != "BRIEF" || ReadAll::value(record, "body") == "-")
          << ReadAll::value(record, "id");
      const auto article = normalizer.normalize(std::move(record));
      ASSERT_TRUE(article) << article.error().error.message;
      dated += article->article.date.day != 0 && article->article.date.year == 1987 ? 1 : 0;
      repaired += article->repaired_bytes;
    }
  }
  EXPECT_EQ(records, 21'578U);
  EXPECT_EQ(with_body, 19'043U);
  EXPECT_EQ(unprocessed, 737U);
  EXPECT_EQ(dated, 21'578U) << "also story 12793, whose TEXT is empty";
  EXPECT_EQ(repaired, 1U) << "the collection has one byte that is not ASCII";
}

}  // namespace
}  // namespace morgue
