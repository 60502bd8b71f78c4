// SPDX-License-Identifier: GPL-3.0-or-later
// 100 articles that somebody has read: what of the names that are found in them is right.
#include <array>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "indexer/entities/model_files.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"

namespace morgue {
namespace {

using Values = std::map<std::string, std::string>;  // "person\tClaudia Sheinbaum": verdict

struct Corpus {
  const char* name;
  const char* path;
  const char* lang;
};

constexpr std::array kCorpora{Corpus{"reuters", "search/reuters21578", "en"},
                              Corpus{"press", "search/press-sample.jsonl.zst", "en"},
                              Corpus{"wikinews", "search/wikinews-2019-2020", "en"},
                              Corpus{"es", "search/fakenews-es", "es"}};

/// By "corpus:id".
std::map<std::string, Values> verdicts() {
  std::map<std::string, Values> by_article;
  std::ifstream in(MORGUE_SOURCE_DIR "/tests/quality/read_articles.tsv");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line);
    std::string id, type, name, verdict;
    std::getline(cells, id, '\t');
    std::getline(cells, type, '\t');
    std::getline(cells, name, '\t');
    std::getline(cells, verdict, '\t');
    by_article[id][type + '\t' + name] = verdict;
  }
  return by_article;
}

std::set<std::string> names_in(const Article& article, Recognizer& recognizer) {
  Analyzer analyzer;
  TokenList title, body;
  analyzer.analyze_with_breaks(article.title, title);
  analyzer.analyze_with_breaks(article.body, body);
  std::vector<Mention> mentions;
  recognizer.recognize(article, title, body, mentions);
  std::set<std::string> names;
  for (const Mention& mention : mentions) {
    const bool judged =
        mention.kind == EntityKind::Person || mention.kind == EntityKind::Organisation;
    if (judged) names.insert(std::string(name_of(mention.kind)) + '\t' + mention.name);
  }
  return names;
}

/// What was found, by type and verdict ("" where nobody has judged it).
using Tally = std::map<std::string, std::map<std::string, double>>;

double share(const Tally& tally, const std::string& type, const std::set<std::string>& right) {
  double all = 0;
  double good = 0;
  for (const auto& [verdict, number] : tally.at(type)) {
    all += number;
    if (right.contains(verdict)) good += number;
  }
  return good / all;
}

TEST(ReadArticles, NamesAreAsGoodAsTheyWereWhenRead) {
  const auto read = verdicts();
  ModelFolder models(MORGUE_SOURCE_DIR "/indexer/entities/models");
  Tally tally;
  std::size_t articles = 0;
  std::string unjudged;
  for (const Corpus& corpus : kCorpora) {
    const auto path = test_support::shared_data(corpus.path);
    if (!path) GTEST_SKIP() << "no data/" << corpus.path;
    const auto recognizer = models.make_recognizer(corpus.lang);
    ASSERT_NE(recognizer, nullptr);
    std::map<std::string, Article> by_id;  // of one id, an archive keeps the last
    for (Article& article : test_support::read_articles({*path})) {
      const std::string id = std::string(corpus.name) + ':' + article.id;
      if (read.contains(id)) by_id[id] = std::move(article);
    }
    articles += by_id.size();
    for (const auto& [id, article] : by_id) {
      const Values& values = read.at(id);
      for (const std::string& name : names_in(article, *recognizer)) {
        const auto verdict = values.find(name);
        ++tally[name.substr(0, name.find('\t'))][verdict == values.end() ? "" : verdict->second];
        if (verdict == values.end()) unjudged.append(id).append("\t").append(name) += '\n';
      }
    }
  }
  ASSERT_EQ(articles, read.size());
  for (const auto& [type, by_verdict] : tally) {
    for (const auto& [verdict, number] : by_verdict) {
      std::cout << type << ' ' << (verdict.empty() ? "not judged" : verdict) << ": " << number
                << '\n';
    }
  }
  EXPECT_EQ(unjudged, "") << "read these in their articles, and add them to read_articles.tsv";
  const std::set<std::string> persons{"ok", "merged"};
  EXPECT_GE(share(tally, "person", persons), 0.95);
  EXPECT_GE(share(tally, "org", {"ok"}), 0.88);
  EXPECT_LE(share(tally, "person", {"merged"}), 0.01);
  EXPECT_LE(share(tally, "org", {"merged"}), 0.01);
}

}  // namespace
}  // namespace morgue
