// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/archives.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "common/base/index_error.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

class Archives : public testing::Test {
 protected:
  Archives() { environment_.current_folder = folder_.path().string(); }

  void make(const std::string& name) { fs::create_directory(folder_ / name); }

  ExitCode refusal() const {
    try {
      find_archives({}, environment_);
    } catch (const IndexError& error) {
      EXPECT_NE(std::string(error.what()).find("-a "), std::string::npos) << "says what to type";
      return error.code();
    }
    return ExitCode::Done;
  }

  test_support::TempDir folder_;
  Environment environment_;
};

TEST_F(Archives, TheFlagWinsOverTheEnvironment) {
  environment_.archives = "env.morgue";
  EXPECT_EQ(find_archives({{"a.morgue", "b.morgue"}}, environment_),
            (std::vector<std::string>{"a.morgue", "b.morgue"}));
}

TEST_F(Archives, TheEnvironmentWinsOverTheFolder) {
  make("here.morgue");
  environment_.archives = "one.morgue::two.morgue:";
  EXPECT_EQ(find_archives({}, environment_),
            (std::vector<std::string>{"one.morgue", "two.morgue"}));
}

TEST_F(Archives, TheOnlyOneHereIsTaken) {
  make("news.morgue");
  make("other");
  folder_.write("file.morgue", "not a folder");
  const auto found = find_archives({}, environment_);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(fs::path(found[0]).filename(), "news.morgue");
}

TEST_F(Archives, NoneAndSeveralAreRefused) {
  EXPECT_EQ(refusal(), ExitCode::Archive);
  make("a.morgue");
  make("b.morgue");
  EXPECT_EQ(refusal(), ExitCode::Usage);
}

}  // namespace
}  // namespace morgue
