// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of a search in the sample: whole screens, with what matched in colour.
#include <filesystem>
#include <string_view>

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

struct Exploration {
  std::vector<std::string> arguments;
  const char* golden;
};

// On a terminal of 100 columns, as the numbers of a table need room.
TEST_F(ScreensTest, OfExplorationCountAndCompare) {
  const Exploration screens[] = {
      {{"kwic", "tariff* OR arancel*", "--limit", "12"}, "screens/explore_kwic.txt"},
      {{"kwic", "tariffs", "--sort", "left", "--sample", "5", "--seed", "3", "--csv"},
       "screens/explore_kwic.csv"},
      {{"collocates", "tariffs", "--limit", "8"}, "screens/explore_collocates.txt"},
      {{"keyness", "tariffs", "--limit", "8"}, "screens/explore_keyness.txt"},
      {{"keyness", "lang:es", "--against", "lang:en", "--limit", "3", "--jsonl"},
       "screens/explore_keyness.jsonl"},
      {{"frequency", "lang:es", "--ngram", "3", "--limit", "5"}, "screens/explore_frequency.txt"},
      {{"trend", "tariffs"}, "screens/explore_trend.txt"},
      {{"trend", "tariffs", "person:Sheinbaum", "--by", "year"}, "screens/explore_trends.txt"},
      {{"trend", "tariffs", "--by", "year", "--tsv"}, "screens/explore_trend.tsv"},
  };
  for (const auto& [arguments, golden] : screens) {
    SCOPED_TRACE(golden);
    std::vector<std::string> all{"env", "COLUMNS=100", MORGUE_QUERY_PROGRAM};
    all.insert(all.end(), arguments.begin(), arguments.end());
    Invocation call;
    call.argv = all;
    call.directory = folder.path();
    const auto shown = run_program(call);
    EXPECT_EQ(shown.exit_code, 0) << shown.err;
    EXPECT_TRUE(matches_golden(golden, shown.out + shown.err));
  }
}

TEST_F(ScreensTest, OfExplorationSayWhenThereIsNothing) {
  for (const char* command : {"kwic", "collocates", "keyness", "frequency", "trend", "timeline"}) {
    const auto shown = query({command, "nosuchwordanywhere"});
    EXPECT_EQ(shown.exit_code, 1) << command;
    EXPECT_EQ(shown.out, "") << command;
    EXPECT_EQ(query({command, "(unclosed"}).exit_code, 2) << command;
    const bool may_be_none = std::string_view(command) == "timeline";
    EXPECT_EQ(query({command, "-q", "tariffs"}).exit_code, may_be_none ? 1 : 0) << command;
  }
  EXPECT_EQ(query({"keyness", "*"}).exit_code, 1);  // nothing is left to compare with
  EXPECT_EQ(query({"keyness", "tariffs", "--against", "(unclosed"}).exit_code, 2);
  EXPECT_EQ(query({"frequency", "--ngram", "0"}).exit_code, 2);
  EXPECT_EQ(query({"trend", "tariffs", "--by", "hour"}).exit_code, 2);
}

}  // namespace
}  // namespace morgue::test_support
