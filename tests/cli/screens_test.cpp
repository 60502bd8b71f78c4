// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of a search in the sample: whole screens, with what matched in colour.
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/cli/programs.h"
#include "tests/support/golden.h"

namespace morgue::test_support {
namespace {

namespace fs = std::filesystem;

class ScreensTest : public Programs {
 protected:
  void SetUp() override {
    fs::create_directory_symlink(fs::path(MORGUE_SOURCE_DIR) / "corpora", folder / "corpora");
    const auto files = {"brackwater-ledger.jsonl",       "corvane-wire.jsonl.gz",
                        "gaceta-de-valmoro.json",        "ostermere-courier.jsonl",
                        "quillfeather-review.jsonl.zst", "san-olmo-dispatch.csv"};
    std::vector<std::string> arguments = {"add", "news.morgue"};
    for (const char* file : files) arguments.push_back(std::string("corpora/sample/") + file);
    ASSERT_EQ(index(arguments).exit_code, 0);
  }
};

/// Colours as signs that can be read in a file: «what matched», the rest of them gone.
std::string readable(const std::string& screen) {
  std::string text;
  bool marked = false;
  for (std::size_t i = 0; i < screen.size(); ++i) {
    if (screen[i] != '\x1b') {
      text += screen[i];
      continue;
    }
    const std::size_t end = screen.find('m', i);
    const std::string code = screen.substr(i + 2, end - i - 2);
    if (code == "1;31") {
      text += "«";
      marked = true;
    } else if (marked) {
      text += "»";
      marked = false;
    }
    i = end;
  }
  return text;
}

struct Screen {
  const char* query;
  const char* golden;
};

constexpr Screen kScreens[] = {
    {"\"Claudia Sheinbaum\" W/5 (tariff* OR arancel*)", "screens/query_proximity.txt"},
    {"person:Sheinbaum W/S org:Morena", "screens/query_names_in_a_sentence.txt"},
    {"rico NOT W/5 puerto", "screens/query_apart.txt"},
    {"ATLEAST3(tariff) AND date:2025-02..", "screens/query_at_least.txt"},
    {"=Morena NOT =morena", "screens/query_as_written.txt"},
    {"\"freedom of information act\"", "screens/query_phrase_of_common_words.txt"},
};

TEST_F(ScreensTest, ShowWhyEachArticleWasFound) {
  for (const auto& [text, golden] : kScreens) {
    SCOPED_TRACE(text);
    const auto shown = query({"search", "--color", "always", "--limit", "4", "--", text});
    EXPECT_EQ(shown.exit_code, 0);
    EXPECT_TRUE(matches_golden(golden, readable(shown.out) + shown.err));
  }
}

}  // namespace
}  // namespace morgue::test_support
