// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment: the archive opens, holds whole articles only, and the same command
// finishes.
#include <random>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"
#include "tests/support/shared_data.h"

namespace morgue::test_support {
namespace {

class CrashTest : public Programs {
 protected:
  std::vector<std::string> inputs() const {
    std::vector<std::string> files;
    const auto reuters = shared_data("search/reuters21578");
    if (!reuters) return files;
    for (int i = 0; i < 22; ++i) {
      char name[32];
      std::snprintf(name, sizeof name, "reut2-%03d.sgm.zst", i);
      files.push_back((*reuters / name).string());
    }
    return files;
  }

  std::vector<std::string> add_command(const std::string& archive) const {
    // So little memory that the run publishes more than once.
    std::vector<std::string> arguments = {"add", archive, "--memory", "128M"};
    for (const std::string& file : inputs()) arguments.push_back(file);
    return arguments;
  }
};

TEST_F(CrashTest, KilledTwentyTimesTheSameCommandFinishes) {
  if (inputs().empty()) GTEST_SKIP() << "no search/reuters21578 in the shared data";
  const auto start = std::chrono::steady_clock::now();
  ASSERT_EQ(index(add_command("whole.morgue")).exit_code, 0);
  const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);

  std::mt19937 random(20261122);
  std::uint64_t kept_at_some_time = 0;
  for (int round = 0; round < 20; ++round) {
    // Each third round begins anew; the others go on where the killed one was.
    if (round % 3 == 0) std::filesystem::remove_all(folder / "news.morgue");
    Invocation call;
    call.argv = add_command("news.morgue");
    call.argv.insert(call.argv.begin(), MORGUE_INDEX_PROGRAM);
    call.directory = folder.path();
    call.timeout = std::chrono::minutes(5);
    call.kill_after =
        std::chrono::milliseconds(1 + random() % static_cast<unsigned>(whole.count() * 11 / 10));
    run_program(call);
    if (!std::filesystem::exists(folder / "news.morgue" / "manifest.json")) continue;
    const Outcome check = index({"check", "news.morgue"});
    ASSERT_EQ(check.exit_code, 0) << "round " << round << ": " << check.err;
    kept_at_some_time += count("*") != "0" ? 1 : 0;
  }
  EXPECT_GT(kept_at_some_time, 0U)
      << "nothing was published before a kill: the test shows too little";
  ASSERT_EQ(index(add_command("news.morgue")).exit_code, 0);
  EXPECT_EQ(digest("news.morgue"), digest("whole.morgue"));
  EXPECT_EQ(count("*"), "21578");
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

}  // namespace
}  // namespace morgue::test_support
