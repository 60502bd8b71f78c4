// SPDX-License-Identifier: GPL-3.0-or-later
// Golden files: what people see, kept as files and reviewed as a diff.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace morgue::test {

/// Compares a text with tests/golden/NAME. With MORGUE_UPDATE_GOLDEN=1 the file is rewritten
/// instead.
inline void expect_golden(const std::string& name, const std::string& actual) {
  const auto path = std::filesystem::path(MORGUE_SOURCE_DIR) / "tests" / "golden" / name;
  const char* update = std::getenv("MORGUE_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing; MORGUE_UPDATE_GOLDEN=1 writes it";
  std::ostringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(actual, expected.str())
      << "differs from " << path << "; MORGUE_UPDATE_GOLDEN=1 rewrites it";
}

}  // namespace morgue::test
