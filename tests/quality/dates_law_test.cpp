// SPDX-License-Identifier: GPL-3.0-or-later
// No article falls between the dates: all years together and `missing:date` are everything.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "query/run/searcher.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::TempDir;

struct Corpus {
  const char* name;
  const char* path;
  const char* map;
};

constexpr Corpus kCorpora[] = {
    {"reuters", "search/reuters21578/reut2-021.sgm", ""},
    {"wikinews", "search/wikinews-2019-2020", ""},
    {"fakenews_es", "search/fakenews-es", ""},
    {"arabic", "search/languages/saudinewsnet-ar.jsonl.zst", ""},
    {"portuguese", "search/languages/fakebr-pt.jsonl.zst", ""},
    {"german", "search/languages/10kgnad-de-test.csv.zst", "section=1,body=2"},
    {"swahili", "search/languages/masakhanews-swa.tsv.zst", ""},
    {"japanese", "search/languages/wmt21-ja-docs.jsonl", ""},
    {"time", "relevance/time/docs.jsonl", ""},
    {"feeds", "formats/fmt-feedjira", ""},
    {"wires", "formats/fmt-superdesk", ""},
    {"web_archives", "formats/warc", ""},
};

class DatesLaw : public testing::TestWithParam<Corpus> {};

TEST_P(DatesLaw, AllYearsAndMissingDateAreEverything) {
  const auto path = test_support::shared_data(GetParam().path);
  if (!path) GTEST_SKIP() << "needs " << GetParam().path;
  const TempDir folder;
  AddOptions options;
  options.entities.mode = "metadata";
  if (*GetParam().map != '\0') options.reading.map = {GetParam().map};
  const ExitCode code =
      test_support::index_inputs(folder / "a.morgue", {*path}, std::move(options));
  ASSERT_TRUE(code == ExitCode::Done || code == ExitCode::Rejected);
  Searcher searcher = Searcher::open({(folder / "a.morgue").string()});
  const auto count = [&](const char* query) {
    SearchRequest request;
    request.query = query;
    const auto page = searcher.count(request);
    EXPECT_TRUE(page) << query;
    return page ? page->total : 0;
  };
  const std::uint64_t all = count("*");
  const std::uint64_t dated = count("date:0001..9999");
  const std::uint64_t undated = count("missing:date");
  EXPECT_GT(all, 0U);
  EXPECT_EQ(dated + undated, all);
  EXPECT_EQ(count("date:0001..9999 OR missing:date"), all);
  EXPECT_EQ(count("date:0001..9999 AND missing:date"), 0U);
  EXPECT_EQ(count("date:..1989-06-30 OR date:1989-07-01.."), dated);
  EXPECT_EQ(count("date-source:none"), undated);
}

INSTANTIATE_TEST_SUITE_P(Corpora, DatesLaw, testing::ValuesIn(kCorpora),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace morgue
