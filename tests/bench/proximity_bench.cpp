// SPDX-License-Identifier: GPL-3.0-or-later
// proximity_bench ARCHIVE [ROUNDS]: what proximity costs beside the engine's own.
//
// Each query of Morgue is set beside OP_NEAR of two single words on the same segments, with about
// as many candidates (documents that hold all that is asked for) to look into. They run by turns; a
// table of medians goes to standard output. The queries are about the press sample.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/base/index_error.h"
#include "query/run/open_archives.h"
#include "query/run/searcher.h"

namespace morgue {
namespace {

struct Question {
  const char* kind;
  const char* query;
  const char* candidates;  ///< a query that finds what positions must be looked at in
};

constexpr Question kQuestions[] = {
    {"phrases", "\"health care\" W/10 \"united states\"",
     "\"health\" \"care\" \"united\" \"states\""},
    {"phrases", "\"prime minister\" W/10 \"foreign policy\"",
     "\"prime\" \"minister\" \"foreign\" \"policy\""},
    {"phrases", "\"white house\" W/10 \"homeland security\"",
     "\"white\" \"house\" \"homeland\" \"security\""},
    {"phrases", "\"federal government\" W/10 \"tax cuts\"",
     "\"federal\" \"government\" \"tax\" \"cuts\""},
    {"phrases", "\"climate change\" W/20 \"natural gas\"",
     "\"climate\" \"change\" \"natural\" \"gas\""},
    {"phrases", "\"social security\" PRE/10 \"young people\"",
     "\"social\" \"security\" \"young\" \"people\""},
    {"phrases", "\"human rights\" W/10 \"middle east\"",
     "\"human\" \"rights\" \"middle\" \"east\""},
    {"forms of words", "tariff W/10 government", "tariff government"},
    {"forms of words", "invest W/10 school", "invest school"},
    {"forms of words", "fund W/5 transport", "fund transport"},
    {"forms of words", "threat W/10 terror", "threat terror"},
    {"wildcards", "terror* W/10 threat*", "terror* threat*"},
    {"wildcards", "invest* W/10 educ*", "invest* educ*"},
    {"wildcards", "*port W/5 fund*", "*port fund*"},
    {"one sentence", "\"senator\" W/S \"farmers\"", "\"senator\" \"farmers\""},
    {"one sentence", "\"troops\" W/S \"iraq\"", "\"troops\" \"iraq\""},
    {"one sentence", "\"health care\" W/S \"children\"", "\"health\" \"care\" \"children\""},
    {"chain of three", "\"tax\" W/10 \"relief\" W/10 \"families\"",
     "\"tax\" \"relief\" \"families\""},
    {"chain of three", "\"oil\" W/10 \"gas\" W/10 \"prices\"", "\"oil\" \"gas\" \"prices\""},
    {"counts", "ATLEAST3(\"troops\")", "\"troops\""},
    {"counts", "ATLEAST3(tariff)", "tariff"},
    {"loose phrases", "\"health care system\"~3", "\"health\" \"care\" \"system\""},
    {"loose phrases", "\"oil gas prices\"~4", "\"oil\" \"gas\" \"prices\""},
};

/// Words of which pairs are made for the engine.
constexpr const char* kWords[] = {
    "health",    "care",     "united",   "states",   "prime",    "minister", "foreign", "policy",
    "white",     "house",    "homeland", "security", "federal",  "tax",      "cuts",    "climate",
    "change",    "natural",  "gas",      "social",   "young",    "people",   "human",   "rights",
    "middle",    "east",     "tariff",   "senator",  "invest",   "school",   "fund",    "transport",
    "threat",    "terror",   "farmers",  "troops",   "iraq",     "children", "relief",  "families",
    "oil",       "prices",   "system",   "energy",   "national", "economic", "workers", "trade",
    "education", "research", "water",    "defense",  "military", "veterans", "island",  "china",
};

using Clock = std::chrono::steady_clock;
using Xapian::Query;

double milliseconds_of(const std::function<void()>& run) {
  const Clock::time_point begun = Clock::now();
  run();
  return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::uint64_t count(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

std::uint64_t count(Searcher& searcher, const std::string& text) {
  SearchRequest request;
  request.query = text;
  const auto page = searcher.count(request);
  if (page) return page->total;
  std::cerr << "proximity_bench: " << text << ": " << page.error().message << "\n";
  std::exit(1);
}

struct Pair {
  std::string left, right;
  std::uint64_t candidates = 0;

  Query near(Xapian::termcount window) const {
    const std::string terms[] = {left, right};
    return {Query::OP_NEAR, std::begin(terms), std::end(terms), window};
  }
};

std::vector<Pair> all_pairs(const Xapian::Database& database) {
  std::vector<Pair> pairs;
  for (auto left = std::begin(kWords); left != std::end(kWords); ++left) {
    for (auto right = left + 1; right != std::end(kWords); ++right) {
      const Query both(Query::OP_AND, Query(*left), Query(*right));
      pairs.push_back({*left, *right, count(database, both)});
    }
  }
  return pairs;
}

/// The pair with the number of candidates that is nearest; nullopt when none is within a fifth.
std::optional<Pair> pair_with(const std::vector<Pair>& pairs, std::uint64_t candidates) {
  const auto off = [&](const Pair& pair) {
    return pair.candidates > candidates ? pair.candidates - candidates
                                        : candidates - pair.candidates;
  };
  const auto nearest = std::min_element(
      pairs.begin(), pairs.end(), [&](const Pair& a, const Pair& b) { return off(a) < off(b); });
  if (off(*nearest) * 5 > candidates) return std::nullopt;
  return *nearest;
}

/// The number behind the first "/" or "~" of a query, as a window of the engine; 10 words without.
Xapian::termcount window_of(const std::string& query) {
  const std::size_t sign = query.find_first_of("/~");
  const int number = sign == query.npos ? 0 : std::atoi(query.c_str() + sign + 1);
  return static_cast<Xapian::termcount>(number > 0 ? number : 10) + 1;
}

class Bench {
 public:
  Bench(const std::string& archive, int rounds)
      : searcher_(Searcher::open({archive})),
        archives_({archive}),
        database_(archives_.view().database),
        pairs_(all_pairs(database_)),
        rounds_(rounds) {}

  void run() {
    std::printf("%u articles, %d rounds\n\n", database_.get_doccount(), rounds_);
    std::puts(
        "| kind | query | candidates | found | ms | the engine's pair | candidates | found |"
        " ms | ratio |\n|---|---|---:|---:|---:|---|---:|---:|---:|---:|");
    for (const Question& question : kQuestions) compare(question);
    std::puts("\n| kind | median ratio |\n|---|---:|");
    std::vector<double> all;
    for (const auto& [kind, ratios] : ratios_) {
      std::printf("| %s | %.2f |\n", kind.c_str(), median(ratios));
      all.insert(all.end(), ratios.begin(), ratios.end());
    }
    std::printf("| all | %.2f |\n", median(all));
  }

 private:
  void compare(const Question& question) {
    const std::uint64_t candidates = count(searcher_, question.candidates);
    const auto pair = pair_with(pairs_, candidates);
    if (!pair) {
      std::printf("| %s | `%s` | %llu | no pair |\n", question.kind, question.query,
                  static_cast<unsigned long long>(candidates));
      return;
    }
    const Query near = pair->near(window_of(question.query));
    std::vector<double> ours;
    std::vector<double> theirs;
    std::uint64_t found = 0;
    std::uint64_t engine_found = 0;
    for (int round = -1; round < rounds_; ++round) {
      const double a = milliseconds_of([&] { found = count(searcher_, question.query); });
      const double b = milliseconds_of([&] { engine_found = count(database_, near); });
      if (round < 0) continue;  // warms the caches
      ours.push_back(a);
      theirs.push_back(b);
    }
    const double ratio = median(ours) / median(theirs);
    ratios_[question.kind].push_back(ratio);
    std::printf("| %s | `%s` | %llu | %llu | %.2f | %s %s | %llu | %llu | %.2f | %.2f |\n",
                question.kind, question.query, static_cast<unsigned long long>(candidates),
                static_cast<unsigned long long>(found), median(ours), pair->left.c_str(),
                pair->right.c_str(), static_cast<unsigned long long>(pair->candidates),
                static_cast<unsigned long long>(engine_found), median(theirs), ratio);
  }

  Searcher searcher_;
  OpenArchives archives_;
  Xapian::Database database_;
  std::vector<Pair> pairs_;
  int rounds_;
  std::map<std::string, std::vector<double>> ratios_;  ///< by kind
};

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  const int rounds = argc == 3 ? std::atoi(argv[2]) : 11;
  if (argc < 2 || argc > 3 || rounds < 1) {
    std::cerr << "usage: proximity_bench ARCHIVE [ROUNDS]\n";
    return 2;
  }
  try {
    morgue::Bench(argv[1], rounds).run();
  } catch (const morgue::IndexError& error) {
    std::cerr << "proximity_bench: " << error.what() << "\n";
    return static_cast<int>(error.code());
  }
}
