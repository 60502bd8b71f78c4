// SPDX-License-Identifier: GPL-3.0-or-later
// Real archives go in without a loss, and every article can be shown.
#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/shared_data.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;

class RealNewsTest : public Programs {
 protected:
  void add(const std::vector<std::string>& files, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {"add", "news.morgue"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome outcome = index(arguments);
    ASSERT_TRUE(outcome.exit_code == 0 || outcome.exit_code == 3) << outcome.err;
  }

  json last_run() const {
    return json::parse(index({"info", "news.morgue", "--json"}).out)["runs"].back();
  }

  /// The number of ids that search gives and show knows.
  std::size_t shown() const {
    const std::string ids =
        query({"-a", "news.morgue", "search", "--ids", "--limit", "0", "--", "*"}).out;
    const std::string articles = query({"-a", "news.morgue", "show", "--json", "-"}, ids).out;
    return static_cast<std::size_t>(std::count(articles.begin(), articles.end(), '\n'));
  }
};

TEST_F(RealNewsTest, AllOfReuters21578) {
  const auto folder21578 = shared_data("search/reuters21578");
  if (!folder21578) GTEST_SKIP() << "no search/reuters21578 in the shared data";
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(*folder21578)) {
    if (entry.path().string().ends_with(".sgm.zst")) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  add(files);
  const json run = last_run();
  EXPECT_EQ(run["added"], 21578);
  EXPECT_EQ(run["rejected"], 0);
  EXPECT_EQ(count("*"), "21578");
  EXPECT_EQ(count("has:body AND NOT topics:nothing"), count("has:body"));
  EXPECT_EQ(shown(), 21578U);
}

TEST_F(RealNewsTest, AllOfThePressSample) {
  const auto press = shared_data("search/press-sample.jsonl.zst");
  if (!press) GTEST_SKIP() << "no search/press-sample.jsonl.zst in the shared data";
  add({press->string()});
  const json run = last_run();
  EXPECT_EQ(run["added"].get<int>() + run["unchanged"].get<int>() + run["superseded"].get<int>() +
                run["rejected"].get<int>(),
            40'000);
  EXPECT_EQ(count("*"), std::to_string(run["added"].get<int>()));
  EXPECT_EQ(shown(), run["added"].get<std::size_t>());
}

}  // namespace
}  // namespace morgue::test_support
