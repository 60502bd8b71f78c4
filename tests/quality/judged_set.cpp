// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/quality/judged_set.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>

namespace morgue::quality {
namespace {

constexpr std::size_t kDepth = 1'000;

/// By number: what is shorter is smaller.
struct ByNumber {
  bool operator()(const std::string& a, const std::string& b) const {
    return std::pair(a.size(), a) < std::pair(b.size(), b);
  }
};

std::string lower_case_words(const std::string& text) {
  std::string words;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool part = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (part) {
      words += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return words;
}

Measures measure_one(const std::vector<Hit>& hits, const std::map<std::string, int>& grades) {
  const auto discount = [](std::size_t rank) {
    return 1 / std::log2(static_cast<double>(rank) + 1);
  };
  double found = 0;
  double precision = 0;
  double gain = 0;
  for (std::size_t rank = 1; rank <= hits.size(); ++rank) {
    const auto grade = grades.find(hits[rank - 1].article.id);
    if (grade == grades.end()) continue;
    precision += ++found / static_cast<double>(rank);
    if (rank <= 10) gain += grade->second * discount(rank);
  }
  std::vector<int> best;
  for (const auto& [article, grade] : grades) best.push_back(grade);
  std::sort(best.begin(), best.end(), std::greater<>());
  double best_gain = 0;
  for (std::size_t i = 0; i < best.size() && i < 10; ++i) best_gain += best[i] * discount(i + 1);
  return {precision / static_cast<double>(grades.size()), gain / best_gain};
}

}  // namespace

JudgedSet::JudgedSet(const std::filesystem::path& folder) {
  std::map<std::string, Topic, ByNumber> topics;
  std::ifstream judgements(folder / ("qrels." + folder.filename().string() + ".trec"));
  std::string topic, unused, article;
  for (int grade = 0; judgements >> topic >> unused >> article >> grade;) {
    if (grade > 0) topics[topic].grades[article] = grade;
  }
  std::ifstream texts(folder / "topics.tsv");
  for (std::string line; std::getline(texts, line);) {
    const std::size_t tab = line.find('\t');
    const auto judged = topics.find(line.substr(0, tab));
    if (tab == std::string::npos || judged == topics.end()) continue;
    judged->second.text = lower_case_words(line.substr(tab + 1));
  }
  bool odd = true;
  for (auto& [number, judged] : topics) {
    if (judged.text.empty()) continue;
    (odd ? odd_ : even_).push_back(std::move(judged));
    odd = !odd;
  }
}

Measures measure(Searcher& searcher, const std::vector<Topic>& topics,
                 const RankingParameters& parameters) {
  Measures sum;
  for (const Topic& topic : topics) {
    SearchRequest request;
    request.query = topic.text;
    request.any = true;
    request.limit = kDepth;
    request.want_articles = false;
    request.ranking = parameters;
    const auto page = searcher.search(request);
    if (!page) continue;
    const Measures one = measure_one(page->hits, topic.grades);
    sum.map += one.map;
    sum.ndcg += one.ndcg;
  }
  const auto count = static_cast<double>(topics.size());
  return {sum.map / count, sum.ndcg / count};
}

}  // namespace morgue::quality
