// SPDX-License-Identifier: GPL-3.0-or-later
// Languages that split words, stem and write unlike English: whoever remembers how an article began
// finds it.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "query/run/searcher.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::TempDir;

/// Words of the query: the first that are long enough to be remembered, behind those that a
/// dateline may be.
constexpr std::size_t kWords = 5;
constexpr std::size_t kSkippedWords = 3;
constexpr std::size_t kLongWord = 5;  ///< letters; of three bytes each, a word may be shorter
constexpr std::size_t kMostItems = 200;
constexpr std::uint64_t kSeen = 3;  ///< who has to look further has not found it

struct Language {
  const char* lang;
  const char* file;
  const char* map;
  double least;  ///< the part of the items that are found
};

constexpr Language kLanguages[] = {
    {"ar", "languages/saudinewsnet-ar.jsonl.zst", "", 0.9},
    {"de", "languages/10kgnad-de-test.csv.zst", "section=1,body=2", 0.95},
    {"pt", "languages/fakebr-pt.jsonl.zst", "", 0.95},
    {"ja", "languages/wmt21-ja-docs.jsonl", "", 0.95},
    {"zh", "languages/wmt21-newstest2021.zh-en.src.zh.zst", "lines", 0.9},
    {"es", "fakenews-es/train.csv", "", 0.9},
};

std::string query_for(const Article& article) {
  Analyzer analyzer;
  TokenList words;
  analyzer.analyze(article.body, words);
  std::string query;
  std::size_t taken = 0;
  for (std::size_t i = kSkippedWords; i < words.tokens().size() && taken < kWords; ++i) {
    const std::string_view word = words.tokens()[i].folded;
    const bool is_ideographic = static_cast<unsigned char>(word.front()) >= 0xE3;
    if (word.size() < kLongWord && !is_ideographic) continue;
    query.append(word).append(" ");
    ++taken;
  }
  if (taken < kWords) query.clear();
  return query;
}

/// A text of a sentence a line as articles of some lines.
std::filesystem::path in_articles(const std::filesystem::path& lines, const TempDir& folder) {
  const auto plain = folder / "lines.txt";
  const std::string command = "zstd -dcq '" + lines.string() + "' > '" + plain.string() + "'";
  if (std::system(command.c_str()) != 0) return {};
  std::ifstream in(plain);
  std::string articles;
  std::string body;
  int number = 0;
  constexpr int kLines = 5;
  for (std::string line; std::getline(in, line);) {
    body += line + "\n";
    if (++number % kLines != 0) continue;
    articles +=
        test_support::json_line(test_support::article("n" + std::to_string(number)).body(body));
    body.clear();
  }
  return folder.write("articles.jsonl", articles);
}

class KnownItems : public testing::TestWithParam<Language> {};

TEST_P(KnownItems, AreFoundByTheWordsTheyBeginWith) {
  const Language& language = GetParam();
  const auto path = test_support::shared_data(std::string("search/") + language.file);
  if (!path) GTEST_SKIP() << "needs " << language.file;
  const TempDir folder;
  const bool lines = std::string_view(language.map) == "lines";
  const std::filesystem::path input = lines ? in_articles(*path, folder) : *path;
  AddOptions options;
  if (!lines && *language.map != '\0') options.reading.map = {language.map};
  const ExitCode code =
      test_support::index_inputs(folder / "a.morgue", {input}, std::move(options));
  ASSERT_TRUE(code == ExitCode::Done || code == ExitCode::Rejected);
  Searcher searcher = Searcher::open({(folder / "a.morgue").string()});

  SearchRequest all;
  all.query = std::string("lang:") + language.lang;
  all.limit = 5 * kMostItems;
  const auto page = searcher.search(all);
  ASSERT_TRUE(page);
  std::size_t items = 0;
  std::size_t found = 0;
  for (const Hit& item : page->hits) {
    SearchRequest request;
    request.query = query_for(item.article);
    if (request.query.empty() || items == kMostItems) continue;
    ++items;
    request.literal = true;
    request.limit = kSeen;
    request.listed_copies = ListedCopies::First;
    const auto answer = searcher.search(request);
    ASSERT_TRUE(answer) << request.query;
    const std::string wanted = searcher.copies(item.article.id).front().id;
    found += std::any_of(answer->hits.begin(), answer->hits.end(),
                         [&](const Hit& hit) { return hit.article.id == wanted; })
                 ? 1
                 : 0;
  }
  std::printf("%s: %zu of %zu found among the first %d\n", language.lang, found, items,
              static_cast<int>(kSeen));
  EXPECT_GE(items, 20U);
  EXPECT_GE(static_cast<double>(found), language.least * static_cast<double>(items));
}

INSTANTIATE_TEST_SUITE_P(Languages, KnownItems, testing::ValuesIn(kLanguages),
                         [](const auto& one) { return std::string(one.param.lang); });

}  // namespace
}  // namespace morgue
