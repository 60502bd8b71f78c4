// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/archives.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "common/base/index_error.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

class Archives : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "morgue-archives-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    environment_.current_folder = name;
  }
  void TearDown() override { fs::remove_all(environment_.current_folder); }

  void make(const std::string& name) {
    fs::create_directory(fs::path(environment_.current_folder) / name);
  }

  ExitCode refusal() const {
    try {
      find_archives({}, environment_);
    } catch (const IndexError& error) {
      EXPECT_NE(std::string(error.what()).find("-a "), std::string::npos) << "says what to type";
      return error.code();
    }
    return ExitCode::Done;
  }

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
  std::ofstream(fs::path(environment_.current_folder) / "file.morgue") << "not a folder";
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
