// SPDX-License-Identifier: GPL-3.0-or-later
// Every input that the fuzzers kept, without a fuzzer.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/fuzz/laws.h"

namespace morgue::fuzz {
namespace {

struct Input {
  std::string name;
  std::string text;
};

std::vector<Input> corpus(const std::string& fuzzer) {
  const auto folder = std::filesystem::path(MORGUE_SOURCE_DIR) / "tests/fuzz/corpus" / fuzzer;
  std::vector<Input> inputs;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    inputs.push_back({entry.path().filename().string(),
                      {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
  }
  std::sort(inputs.begin(), inputs.end(),
            [](const Input& a, const Input& b) { return a.name < b.name; });
  return inputs;
}

void replay(const std::string& fuzzer, void (*check)(std::string_view)) {
  const std::vector<Input> inputs = corpus(fuzzer);
  EXPECT_GT(inputs.size(), 50U);
  for (const Input& input : inputs) {
    SCOPED_TRACE(input.name + ": " + input.text);
    EXPECT_NO_THROW(check(input.text));
  }
}

TEST(FuzzCorpus, ParseLawsHold) { replay("parse", check_parse); }

TEST(FuzzCorpus, BindLawsHold) { replay("bind", check_bind); }

TEST(FuzzCorpus, ReadLawsHold) { replay("read", check_read); }

TEST(FuzzCorpus, BrokenLawsAreNoticed) {
  EXPECT_THROW(check_error("a", {"Q102", {0, 2}, "beyond the text", ""}), BrokenLaw);
  EXPECT_THROW(check_error("a", {"Q999", {0, 1}, "no such code", ""}), BrokenLaw);
}

}  // namespace
}  // namespace morgue::fuzz
