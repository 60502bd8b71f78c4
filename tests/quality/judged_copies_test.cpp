// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs near the threshold, as somebody who read them judged them (judged_copies.tsv).
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "indexer/copies/copy_rule.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"

namespace morgue {
namespace {

struct JudgedPair {
  std::string first, second;
  bool copies = false;
};

std::map<std::string, std::vector<JudgedPair>> read_pairs() {
  std::ifstream file(MORGUE_SOURCE_DIR "/tests/quality/judged_copies.tsv");
  std::map<std::string, std::vector<JudgedPair>> pairs;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream in(line);
    std::string corpus, verdict;
    JudgedPair pair;
    std::getline(in, corpus, '\t');
    std::getline(in, pair.first, '\t');
    std::getline(in, pair.second, '\t');
    std::getline(in, verdict, '\t');
    pair.copies = verdict == "copy";
    pairs[corpus].push_back(pair);
  }
  return pairs;
}

std::pair<TextSketch, Publication> sketched(const Article& article) {
  Analyzer analyzer;
  TokenList title;
  TokenList body;
  analyzer.analyze(article.title, title);
  analyzer.analyze(article.body, body);
  return {sketch_of(title.tokens(), body.tokens()),
          {article.date.known() ? article.date.first_day() : kUndated,
           article.source.empty() ? 0 : std::hash<std::string>()(article.source)}};
}

TEST(JudgedCopies, AreMostlyToldFromForms) {
  int judged = 0, right = 0, wrong = 0, missed = 0;
  for (const auto& [corpus, pairs] : read_pairs()) {
    const auto path = test_support::shared_data(corpus);
    if (!path) GTEST_SKIP() << "needs " << corpus;
    std::map<std::string, Article> articles;
    for (Article& article : test_support::read_articles({*path})) {
      articles.emplace(article.id, std::move(article));
    }
    for (const JudgedPair& pair : pairs) {
      const auto [a, of_a] = sketched(articles.at(pair.first));
      const auto [b, of_b] = sketched(articles.at(pair.second));
      const bool found = copied_part(a, of_a, b, of_b) > 0;
      ++judged;
      right += found && pair.copies ? 1 : 0;
      wrong += found && !pair.copies ? 1 : 0;
      missed += !found && pair.copies ? 1 : 0;
    }
  }
  std::printf("%d judged: %d copies found, %d taken for copies, %d missed\n", judged, right, wrong,
              missed);
  EXPECT_GE(judged, 200);
  EXPECT_GE(right, 4 * wrong) << "of what is taken for copies, four of five are";
  EXPECT_GE(right, 5 * missed);
}

}  // namespace
}  // namespace morgue
