// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/merger.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sys/resource.h>

#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

void merge_into_one(std::vector<std::uint64_t>& sizes, const MergeRange& range) {
  std::uint64_t sum = 0;
  for (std::size_t i = range.first; i < range.last; ++i) sum += sizes[i];
  sizes.erase(sizes.begin() + static_cast<std::ptrdiff_t>(range.first) + 1,
              sizes.begin() + static_cast<std::ptrdiff_t>(range.last));
  sizes[range.first] = sum;
}

TEST(ChooseMerge, KeepsSegmentsFewAndRewritesFew) {
  EXPECT_TRUE(rc::check([] {
    const auto runs = *rc::gen::container<std::vector<std::uint64_t>>(
        300, rc::gen::inRange<std::uint64_t>(1, 30'000));
    std::vector<std::uint64_t> sizes;
    std::uint64_t documents = 0;
    std::uint64_t rewritten = 0;
    for (const std::uint64_t run : runs) {
      sizes.push_back(run);
      documents += run;
      for (MergeRange range = choose_merge(sizes); !range.empty(); range = choose_merge(sizes)) {
        RC_ASSERT(range.last <= sizes.size() && range.last - range.first >= 2);
        for (std::size_t i = range.first; i < range.last; ++i) rewritten += sizes[i];
        merge_into_one(sizes, range);
      }
    }
    const double tiers = 2 + std::log2(static_cast<double>(documents) / 2'000 + 1) / 3;
    RC_ASSERT(static_cast<double>(sizes.size()) <= 4 * (tiers + 1));
    const double small = 10'000.0 * static_cast<double>(runs.size()) / 4;
    RC_ASSERT(static_cast<double>(rewritten) <=
              static_cast<double>(documents) * 2 * (tiers + 1) + small);
  }));
}

TEST(ChooseMerge, LeavesFewSegmentsAlone) {
  EXPECT_TRUE(choose_merge({}).empty());
  EXPECT_TRUE(choose_merge({1, 1, 1, 1}).empty());
  EXPECT_FALSE(choose_merge({1, 1, 1, 1, 1}).empty());
  EXPECT_EQ(choose_merge({1'000'000, 1, 1, 1, 1, 1}).first, 1U);
  EXPECT_TRUE(choose_merge({1'000'000, 1, 1, 1, 1}).empty())
      << "a large one is not rewritten for four small ones";
}

/// Allows this process so many open files for as long as it lives.
class FewFiles {
 public:
  explicit FewFiles(rlim_t files) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    rlimit few = before_;
    few.rlim_cur = files;
    ::setrlimit(RLIMIT_NOFILE, &few);
  }
  ~FewFiles() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST(MergeDatabases, OpensFewAtATimeAndKeepsTheOrder) {
  constexpr int kSources = 100;
  const test_support::TempDir folder;
  std::vector<std::filesystem::path> sources;
  for (int i = 0; i < kSources; ++i) {
    sources.push_back(folder / ("source" + std::to_string(i)));
    Xapian::WritableDatabase source(sources.back().string(),
                                    Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    Xapian::Document document;
    document.set_data(std::to_string(i));
    document.add_posting("word", 1);
    source.add_document(document);
    source.commit();
  }
  {
    const FewFiles limit(300);
    merge_databases(sources, folder / "merged" / "xapian");
  }
  const Xapian::Database merged((folder / "merged" / "xapian").string());
  ASSERT_EQ(merged.get_doccount(), Xapian::doccount{kSources});
  for (Xapian::docid document = 1; document <= kSources; ++document) {
    EXPECT_EQ(merged.get_document(document).get_data(), std::to_string(document - 1));
  }
  const std::filesystem::directory_iterator files(folder / "merged");
  EXPECT_EQ(std::distance(begin(files), end(files)), 1) << "nothing is left but the merged one";
}

}  // namespace
}  // namespace morgue
