// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking has a floor: mean average precision over judged topics does not fall.
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "query/run/searcher.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

struct JudgedSet {
  const char* name;
  double floor;  ///< of the mean average precision; a plain BM25 reaches about this
};

std::map<std::string, std::set<std::string>> read_judgements(const std::filesystem::path& file) {
  std::map<std::string, std::set<std::string>> relevant;
  std::ifstream in(file);
  std::string topic, unused, article;
  for (int grade = 0; in >> topic >> unused >> article >> grade;) {
    if (grade > 0) relevant[topic].insert(article);
  }
  return relevant;
}

double average_precision(Searcher& searcher, const std::string& text,
                         const std::set<std::string>& relevant) {
  SearchRequest request;
  request.query = text;
  request.literal = request.any = true;
  request.limit = 1'000;
  request.want_articles = false;
  const auto page = searcher.search(request);
  if (!page) return 0;
  double sum = 0;
  double found = 0;
  for (const Hit& hit : page->hits) {
    if (relevant.count(hit.article.id) == 0) continue;
    ++found;
    sum += found / static_cast<double>(hit.rank);
  }
  return sum / static_cast<double>(relevant.size());
}

class Ranking : public testing::TestWithParam<JudgedSet> {};

TEST_P(Ranking, StaysAboveItsFloor) {
  const std::string name = GetParam().name;
  const auto folder = test_support::shared_data("relevance/" + name);
  if (!folder) GTEST_SKIP() << "no relevance/" << name << " in the shared data";
  const test_support::TempDir temp;
  const auto archive = temp / "judged.morgue";
  test_support::index_inputs(archive, {*folder / "docs.jsonl"});
  Searcher searcher = Searcher::open({archive.string()});
  const auto judgements = read_judgements(*folder / ("qrels." + name + ".trec"));
  double sum = 0;
  double topics = 0;
  std::ifstream in(*folder / "topics.tsv");
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    const auto judged = judgements.find(line.substr(0, tab));
    if (tab == std::string::npos || judged == judgements.end()) continue;
    sum += average_precision(searcher, line.substr(tab + 1), judged->second);
    ++topics;
  }
  ASSERT_GT(topics, 50);
  RecordProperty("mean_average_precision", std::to_string(sum / topics));
  EXPECT_GE(sum / topics, GetParam().floor);
}

INSTANTIATE_TEST_SUITE_P(Judged, Ranking,
                         testing::Values(JudgedSet{"time", 0.65}, JudgedSet{"cranfield", 0.29}),
                         [](const auto& set) { return std::string(set.param.name); });

}  // namespace
}  // namespace morgue
