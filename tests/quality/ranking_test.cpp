// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking has floors: what it reaches on judged topics does not fall, nor below a textbook BM25.
#include <cstdio>
#include <optional>
#include <sstream>

#include <gtest/gtest.h>

#include "query/run/searcher.h"
#include "tests/quality/judged_set.h"
#include "tests/support/index_inputs.h"
#include "tests/support/run_program.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using quality::Half;
using quality::JudgedSet;
using quality::Measures;

struct FloorCase {
  const char* name;
  std::size_t odd_topics, even_topics;
  Measures odd, even;  ///< floors, a little under what is reached
  /// Whether the even half reaches the textbook, too. That of time does not: README.md.
  bool even_reaches_textbook;
};

/// The lines of bm25_baseline.py: "odd 42 0.6916 0.7594".
std::optional<Measures> read_line(const std::string& lines, const std::string& half) {
  std::istringstream in(lines);
  std::string name;
  std::size_t topics = 0;
  for (Measures read; in >> name >> topics >> read.map >> read.ndcg;) {
    if (name == half) return read;
  }
  return std::nullopt;
}

class Ranking : public testing::TestWithParam<FloorCase> {
 protected:
  void SetUp() override {
    const std::string name = GetParam().name;
    folder_ = test_support::shared_data("relevance/" + name);
    if (!folder_) GTEST_SKIP() << "no relevance/" << name << " in the shared data";
    set_.emplace(*folder_);
    const auto archive = temp_ / "judged.morgue";
    test_support::index_inputs(archive, {*folder_ / "docs.jsonl"});
    searcher_.emplace(Searcher::open({archive.string()}));
  }

  Measures reached(Half half) {
    const Measures measures = quality::measure(*searcher_, set_->topics(half), {});
    const std::string name = half == Half::Odd ? "odd" : "even";
    RecordProperty(name + "_map", std::to_string(measures.map));
    RecordProperty(name + "_ndcg", std::to_string(measures.ndcg));
    return measures;
  }

  test_support::TempDir temp_;
  std::optional<std::filesystem::path> folder_;
  std::optional<JudgedSet> set_;
  std::optional<Searcher> searcher_;
};

TEST_P(Ranking, StaysAboveItsFloors) {
  EXPECT_EQ(set_->topics(Half::Odd).size(), GetParam().odd_topics);
  EXPECT_EQ(set_->topics(Half::Even).size(), GetParam().even_topics);
  const Measures odd = reached(Half::Odd);
  const Measures even = reached(Half::Even);
  EXPECT_GE(odd.map, GetParam().odd.map);
  EXPECT_GE(odd.ndcg, GetParam().odd.ndcg);
  EXPECT_GE(even.map, GetParam().even.map);
  EXPECT_GE(even.ndcg, GetParam().even.ndcg);
}

TEST_P(Ranking, IsNotBelowATextbookBm25) {
  const test_support::Outcome baseline = test_support::run_program(
      {{"python3", MORGUE_SOURCE_DIR "/tests/quality/bm25_baseline.py", folder_->string()}});
  const auto odd = read_line(baseline.out, "odd");
  const auto even = read_line(baseline.out, "even");
  ASSERT_TRUE(odd && even) << baseline.out << baseline.err;
  const Measures ours_odd = reached(Half::Odd);
  const Measures ours_even = reached(Half::Even);
  EXPECT_GE(ours_odd.map, odd->map);
  EXPECT_GE(ours_odd.ndcg, odd->ndcg);
  if (!GetParam().even_reaches_textbook) return;
  EXPECT_GE(ours_even.map, even->map);
  EXPECT_GE(ours_even.ndcg, even->ndcg);
}

INSTANTIATE_TEST_SUITE_P(
    Judged, Ranking,
    testing::Values(FloorCase{"time", 42, 41, {0.70, 0.76}, {0.67, 0.725}, false},
                    FloorCase{"cranfield", 113, 112, {0.33, 0.41}, {0.305, 0.38}, true}),
    [](const auto& set) { return std::string(set.param.name); });

}  // namespace
}  // namespace morgue
