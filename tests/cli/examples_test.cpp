// SPDX-License-Identifier: GPL-3.0-or-later
// Every example in the README is run, and shows what the README says it shows.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"

namespace morgue::test_support {
namespace {

namespace fs = std::filesystem;

/// A command and the lines it is said to print.
struct Example {
  std::string command;
  std::vector<std::string> lines;
};

/// The examples of all ```console blocks, in order: "$ " begins a command.
std::vector<Example> examples_of(const fs::path& page) {
  std::vector<Example> examples;
  std::ifstream in(page);
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      examples.push_back({line.substr(2), {}});
    } else if (inside && !examples.empty()) {
      examples.back().lines.push_back(line);
    }
  }
  return examples;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A line "[…]" stands for any number of lines.
bool agree(const std::vector<std::string>& said, const std::vector<std::string>& shown,
           std::size_t i = 0, std::size_t j = 0) {
  for (; i < said.size(); ++i, ++j) {
    if (said[i] == "[…]") {
      for (std::size_t k = j; k <= shown.size(); ++k) {
        if (agree(said, shown, i + 1, k)) return true;
      }
      return false;
    }
    if (j == shown.size() || said[i] != shown[j]) return false;
  }
  return j == shown.size();
}

class ExamplesTest : public Programs {
 protected:
  void expect_shown(const fs::path& page, std::size_t at_least);

  std::string shell(const std::string& command) const {
    Invocation call;
    call.argv = {"sh", "-c", command + " 2>&1"};
    call.directory = folder.path();
    call.environment = {{"PATH", fs::path(MORGUE_INDEX_PROGRAM).parent_path().string() + ":" +
                                     fs::path(MORGUE_QUERY_PROGRAM).parent_path().string() + ":" +
                                     std::getenv("PATH")},
                        {"MORGUE_MODELS", ""}};  // those that come with the program
    return run_program(call).out;
  }
};

/// In its order, in one directory: what a reader types.
void ExamplesTest::expect_shown(const fs::path& page, std::size_t at_least) {
  fs::create_directory_symlink(fs::path(MORGUE_SOURCE_DIR) / "corpora", folder / "corpora");
  const std::vector<Example> examples = examples_of(fs::path(MORGUE_SOURCE_DIR) / page);
  ASSERT_GE(examples.size(), at_least);
  for (const Example& example : examples) {
    const std::string shown = shell(example.command);
    EXPECT_TRUE(agree(example.lines, lines_of(shown))) << "$ " << example.command << "\n" << shown;
  }
}

TEST_F(ExamplesTest, OfTheReadmeShowWhatItSays) { expect_shown("README.md", 8); }

TEST_F(ExamplesTest, OfTheTourShowWhatItSays) { expect_shown("corpora/TOUR.md", 14); }

TEST_F(ExamplesTest, OfHelpAreUnderstood) {
  // Each line of help that begins with a program's name is a command that parses: it may find no
  // archive or input here, but is no usage error.
  std::size_t examples = 0;
  for (const char* help : {"morgue-index --help",          "morgue-query",
                           "morgue-query search --help",   "morgue-query count --help",
                           "morgue-query facets --help",   "morgue-query show --help",
                           "morgue-query terms --help",    "morgue-query parse --help",
                           "morgue-query kwic --help",     "morgue-query collocates --help",
                           "morgue-query keyness --help",  "morgue-query frequency --help",
                           "morgue-query trend --help",    "morgue-query timeline --help",
                           "morgue-query export --help",   "morgue-query like --help",
                           "morgue-query save --help",     "morgue-query watch --help",
                           "morgue-query coverage --help", "morgue-query copies --help"}) {
    for (const std::string& line : lines_of(shell(help))) {
      const std::size_t start = line.find_first_not_of(' ');
      if (start != 2) continue;
      std::string command = line.substr(start);
      if (!command.starts_with("morgue-") && command.find("| morgue-") == std::string::npos)
        continue;
      // What the example does stands in a column of its own.
      command = command.substr(0, command.find("   "));
      ++examples;
      const std::string shown = shell("(" + command + "); echo \"exit $?\"");
      EXPECT_THAT(shown, testing::Not(testing::HasSubstr("exit 2"))) << command;
    }
  }
  EXPECT_GE(examples, 10U);
}

TEST_F(ExamplesTest, TheSampleIsWhollyIndexed) {
  fs::create_directory_symlink(fs::path(MORGUE_SOURCE_DIR) / "corpora", folder / "corpora");
  EXPECT_EQ(index({"add", "news.morgue", "corpora/sample/hard"}).exit_code, 0);
  shell("morgue-index add news.morgue corpora/sample/*.*");
  EXPECT_EQ(index({"add", "news.morgue", "corpora/sample/texts", "--map", "source={2},date={1}"})
                .exit_code,
            0);
  std::ifstream in(fs::path(MORGUE_SOURCE_DIR) / "corpora" / "manifest.json");
  int articles = 0;
  const auto manifest = nlohmann::json::parse(in);
  for (const auto& file : manifest["files"]) articles += file["articles"].get<int>();
  EXPECT_EQ(count("*"), std::to_string(articles));
  EXPECT_GE(std::stoi(count("Morena AND tariffs")), 10);
  const auto page = nlohmann::json::parse(
      query({"Morena AND tariffs", "--json", "--facet", "person,org,place"}).out);
  EXPECT_EQ(page["facets"]["person"][0]["value"], "Claudia Sheinbaum");
  EXPECT_EQ(page["facets"]["org"][0]["value"], "Morena");
  EXPECT_EQ(page["facets"]["place"][0]["value"], "Mexico");
}

}  // namespace
}  // namespace morgue::test_support
