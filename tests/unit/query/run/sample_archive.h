// SPDX-License-Identifier: GPL-3.0-or-later
// The sample corpus as an archive, indexed once for all tests of a program.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "query/run/searcher.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {

inline Searcher open_sample() {
  static const test_support::TempDir folder;
  static const std::string archive = [] {
    std::vector<std::filesystem::path> inputs;
    for (const auto& file : std::filesystem::directory_iterator(
             std::filesystem::path(MORGUE_SOURCE_DIR) / "corpora" / "sample")) {
      inputs.push_back(file.path());
    }
    std::sort(inputs.begin(), inputs.end());
    const auto path = folder.path() / "sample.morgue";
    test_support::index_inputs(path, inputs);
    return path.string();
  }();
  return Searcher::open({archive});
}

}  // namespace morgue::test
