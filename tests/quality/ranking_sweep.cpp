// SPDX-License-Identifier: GPL-3.0-or-later
// ranking_sweep [NAME=VALUE...]: the figures of the odd topics as each ranking parameter changes,
// the others kept at their defaults or at the values given. ranking_sweep --report: the figures of
// both halves with the defaults. README.md tells how it is used.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "query/run/ranking_parameters.h"
#include "tests/quality/judged_set.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue::quality {
namespace {

struct Parameter {
  const char* name;
  std::function<void(RankingParameters&, double)> set;
  std::vector<double> values;
};

const std::array kParameters{
    Parameter{"k1", [](auto& p, double v) { p.k1 = v; }, {0.9, 1.2, 1.6, 2.0, 2.5}},
    Parameter{"b", [](auto& p, double v) { p.b = v; }, {0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9}},
    Parameter{"min_normalized_length",
              [](auto& p, double v) { p.min_normalized_length = v; },
              {0, 0.1, 0.3, 0.5, 0.7}},
    Parameter{"adjacency", [](auto& p, double v) { p.adjacency = v; }, {0, 0.25, 0.5, 0.75, 1}},
    Parameter{"adjacency_reach",
              [](auto& p, double v) { p.adjacency_reach = static_cast<unsigned>(v); },
              {1, 2, 3, 5, 8}},
    Parameter{"adjacency_depth",
              [](auto& p, double v) { p.adjacency_depth = static_cast<std::size_t>(v); },
              {20, 50, 100, 200, 1000}},
    Parameter{"typed_form", [](auto& p, double v) { p.typed_form = v; }, {0, 0.1, 0.25, 0.5}},
    Parameter{"function_words", [](auto& p, double v) { p.function_words = v != 0; }, {0, 1}},
};

/// An indexed collection.
class Collection {
 public:
  explicit Collection(const std::filesystem::path& folder)
      : set_(folder), searcher_(open(folder)) {}

  Measures measure(Half half, const RankingParameters& parameters) {
    return quality::measure(searcher_, set_.topics(half), parameters);
  }

 private:
  Searcher open(const std::filesystem::path& folder) {
    const auto archive = temp_ / "judged.morgue";
    test_support::index_inputs(archive, {folder / "docs.jsonl"});
    return Searcher::open({archive.string()});
  }

  test_support::TempDir temp_;
  JudgedSet set_;
  Searcher searcher_;
};

/// "k1=1.6"; false when it is none.
bool set_parameter(RankingParameters& parameters, const std::string& typed) {
  const std::size_t equals = typed.find('=');
  for (const Parameter& parameter : kParameters) {
    if (equals == typed.npos || typed.compare(0, equals, parameter.name) != 0) continue;
    parameter.set(parameters, std::atof(typed.c_str() + equals + 1));
    return true;
  }
  return false;
}

void print_row(std::deque<Collection>& collections, Half half, const std::string& label,
               const RankingParameters& parameters) {
  std::printf("%-28s", label.c_str());
  for (Collection& collection : collections) {
    const Measures measures = collection.measure(half, parameters);
    std::printf("   %.4f  %.4f", measures.map, measures.ndcg);
  }
  std::printf("\n");
  std::fflush(stdout);
}

void sweep(std::deque<Collection>& collections, const RankingParameters& start) {
  for (const Parameter& parameter : kParameters) {
    for (const double value : parameter.values) {
      RankingParameters parameters = start;
      parameter.set(parameters, value);
      char label[64];
      std::snprintf(label, sizeof label, "odd   %s=%g", parameter.name, value);
      print_row(collections, Half::Odd, label, parameters);
    }
  }
}

int run(bool report, const RankingParameters& start) {
  std::deque<Collection> collections;
  std::printf("%-28s", "");
  for (const std::string name : {"time", "cranfield"}) {
    const auto folder = test_support::shared_data("relevance/" + name);
    if (!folder) {
      std::fprintf(stderr, "no relevance/%s in the shared data\n", name.c_str());
      return 2;
    }
    collections.emplace_back(*folder);
    std::printf("   %-15s", (name + " MAP nDCG").c_str());
  }
  std::printf("\n");
  if (!report) sweep(collections, start);
  print_row(collections, Half::Odd, "odd   as chosen", start);
  if (report) print_row(collections, Half::Even, "even  as chosen", start);
  return 0;
}

}  // namespace
}  // namespace morgue::quality

int main(int argc, char** argv) {
  morgue::RankingParameters start;
  const bool report = argc == 2 && std::string(argv[1]) == "--report";
  for (int i = 1; i < argc && !report; ++i) {
    if (morgue::quality::set_parameter(start, argv[i])) continue;
    std::fprintf(stderr, "ranking_sweep: not NAME=VALUE of a parameter: %s\n", argv[i]);
    return 2;
  }
  return morgue::quality::run(report, start);
}
