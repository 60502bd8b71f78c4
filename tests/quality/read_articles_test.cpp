// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that somebody has read: what of the names that are found in them is right.
#include <algorithm>
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

/// Articles with verdicts, and the least share of names that must be right. Some hundredths below
/// what was measured.
struct ReadSet {
  const char* file;
  double persons, organisations;
};

constexpr std::array kSets{ReadSet{"read_articles.tsv", 0.94, 0.86},
                           ReadSet{"fresh_articles.tsv", 0.91, 0.8}};

/// By "corpus:id".
std::map<std::string, Values> verdicts(const ReadSet& set) {
  std::map<std::string, Values> by_article;
  std::ifstream in(std::string(MORGUE_SOURCE_DIR "/tests/quality/") + set.file);
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

using Verdicts = std::array<std::map<std::string, Values>, kSets.size()>;

/// The articles of a corpus that somebody has read, by "corpus:id"; of one id, an archive keeps the
/// last.
std::map<std::string, Article> articles_of(const Corpus& corpus, const std::string& path,
                                           const Verdicts& read) {
  std::map<std::string, Article> by_id;
  for (Article& article : test_support::read_articles({path})) {
    const std::string id = std::string(corpus.name) + ':' + article.id;
    const bool judged = std::any_of(read.begin(), read.end(),
                                    [&](const auto& verdicts) { return verdicts.contains(id); });
    if (judged) by_id[id] = std::move(article);
  }
  return by_id;
}

struct Counts {
  Tally tally;
  std::size_t articles = 0;
  std::string unjudged;
};

void count(const Article& article, const std::string& id, const Values& values,
           Recognizer& recognizer, Counts& counts) {
  ++counts.articles;
  for (const std::string& name : names_in(article, recognizer)) {
    const auto verdict = values.find(name);
    const bool judged = verdict != values.end();
    ++counts.tally[name.substr(0, name.find('\t'))][judged ? verdict->second : ""];
    if (!judged) counts.unjudged.append(id).append("\t").append(name) += '\n';
  }
}

void print(const ReadSet& set, const Tally& tally) {
  for (const auto& [type, by_verdict] : tally) {
    for (const auto& [verdict, number] : by_verdict) {
      std::cout << set.file << ": " << type << ' ' << (verdict.empty() ? "not judged" : verdict)
                << ": " << number << '\n';
    }
  }
}

TEST(ReadArticles, NamesAreAsGoodAsTheyWereWhenRead) {
  ModelFolder models(MORGUE_SOURCE_DIR "/indexer/entities/models");
  Verdicts read;
  std::array<Counts, kSets.size()> counts;
  for (std::size_t i = 0; i < kSets.size(); ++i) read[i] = verdicts(kSets[i]);
  for (const Corpus& corpus : kCorpora) {
    const auto path = test_support::shared_data(corpus.path);
    if (!path) GTEST_SKIP() << "no data/" << corpus.path;
    const auto recognizer = models.make_recognizer(corpus.lang);
    ASSERT_NE(recognizer, nullptr);
    for (const auto& [id, article] : articles_of(corpus, *path, read)) {
      for (std::size_t i = 0; i < kSets.size(); ++i) {
        const auto values = read[i].find(id);
        if (values != read[i].end()) count(article, id, values->second, *recognizer, counts[i]);
      }
    }
  }
  for (std::size_t i = 0; i < kSets.size(); ++i) {
    SCOPED_TRACE(kSets[i].file);
    ASSERT_EQ(counts[i].articles, read[i].size());
    print(kSets[i], counts[i].tally);
    EXPECT_EQ(counts[i].unjudged, "") << "read these in their articles, and add them";
    const std::set<std::string> persons{"ok", "merged"};
    EXPECT_GE(share(counts[i].tally, "person", persons), kSets[i].persons);
    EXPECT_GE(share(counts[i].tally, "org", {"ok"}), kSets[i].organisations);
    EXPECT_LE(share(counts[i].tally, "person", {"merged"}), 0.01);
    EXPECT_LE(share(counts[i].tally, "org", {"merged"}), 0.01);
  }
}

}  // namespace
}  // namespace morgue
