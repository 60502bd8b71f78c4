// SPDX-License-Identifier: GPL-3.0-or-later
// Every example in the README is run, and shows what the README says it shows.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

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
  void make_surroundings();

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

/// What the examples of help speak of: an archive, texts, a program that sends mail.
void ExamplesTest::make_surroundings() {
  fs::create_directory_symlink(fs::path(MORGUE_SOURCE_DIR) / "corpora", folder / "corpora");
  ASSERT_EQ(shell("morgue-index add -q news.morgue corpora/sample/*.jsonl"), "");
  std::string lines;
  for (const char* id : {"reforma-2024-0311", "reforma-2024-0312"}) {
    lines += article(id)
                 .on("2024-03-11")
                 .source("Reforma")
                 .title("Morena talks tariffs")
                 .byline("Ada Finch")
                 .body(
                     "Morena talks about tariffs in the trade war, and aranceles, on Monday in "
                     "Mexico with Sheinbaum and with others who came to the same table.")
                 .json_line();
  }
  folder.write("articles.jsonl", lines);
  folder.write("drafts.jsonl", lines);
  folder.write("old.csv",
               "headline,published,text\nOld tariffs,2020-01-01,Tariffs as they were.\n");
  folder.write("draft.txt", "A draft\n\nMorena talks about tariffs with Claudia Sheinbaum.\n");
  folder.write("queries.txt", "tariffs\nMorena\n");
  folder.write("lines.txt", "tariffs\n+ lang:es\n:line\n");
  std::string page = "<html><head><title>Tariffs rise</title></head><body><article>";
  for (int i = 0; i < 8; ++i) {
    page +=
        "<p>Morena talks about tariffs for the whole of a long morning, and nobody in the "
        "chamber, where it rains through the roof, is listening to what is said.</p>";
  }
  folder.write("page.html", page + "</article></body></html>");
  fs::copy(folder / "page.html", folder / "saved-page.html");
  fs::create_directories(folder / "texts/2024-01-01/Gull Daily");
  folder.write("texts/2024-01-01/Gull Daily/a.txt", "Gulls\n\nGulls over the pier.\n");
  folder.write("mail", "#!/bin/sh\nexec cat > /dev/null\n");
  shell("zstd -q articles.jsonl && gzip old.csv && chmod +x mail");
}

/// The lines of a text that are examples: two blanks, then a command line of a program.
std::vector<std::string> commands_in(const std::string& text) {
  std::vector<std::string> commands;
  for (const std::string& line : lines_of(text)) {
    if (line.find_first_not_of(' ') != 2) continue;
    // What the example does stands in a column of its own.
    std::string command = line.substr(2);
    command = command.substr(0, command.find("   "));
    const bool is_one = command.starts_with("morgue-") ||
                        command.find("| morgue-") != std::string::npos ||
                        command.starts_with("if morgue-");
    if (is_one) commands.push_back(command);
  }
  return commands;
}

/// A manual page without the signs that keep roff from its text.
std::string without_signs(std::string text) {
  const std::pair<std::string, std::string> signs[] = {
      {"\\(aq", "'"}, {"\\-", "-"}, {"\\&", ""}, {"\\e", "\\"}};
  for (const auto& [sign, meant] : signs) {
    for (std::size_t at = text.find(sign); at != text.npos; at = text.find(sign, at)) {
      text.replace(at, sign.size(), meant);
      at += meant.size();
    }
  }
  return text;
}

TEST_F(ExamplesTest, OfHelpAndManualsDoWhatTheySay) {
  make_surroundings();
  std::vector<std::string> commands;
  const auto take = [&](const std::string& help) {
    for (std::string& command : commands_in(shell(help))) commands.push_back(std::move(command));
  };
  take("morgue-index --help");
  take("morgue-query");
  take("morgue-query help query");
  bool listed = false;
  for (const std::string& line : lines_of(shell("morgue-query --help"))) {
    if (line == "commands:") listed = true;
    if (line.empty()) listed = false;
    const std::size_t end = line.find(' ', 2);
    if (listed && line.starts_with("  ") && end != line.npos) {
      take("morgue-query " + line.substr(2, end - 2) + " --help");
    }
  }
  EXPECT_GE(commands.size(), 80U);
  for (const std::string& command : commands) {
    const std::string shown = shell("(PATH=\"$PWD:$PATH\"; " + command + "); echo \"exit $?\"");
    EXPECT_THAT(shown, testing::ContainsRegex("exit [01]\n$")) << command << "\n" << shown;
  }
  // A manual page has no others.
  const std::set<std::string> run(commands.begin(), commands.end());
  std::size_t in_manual = 0;
  for (const char* manual : {"morgue-query help man", "morgue-index man"}) {
    for (const std::string& command : commands_in(without_signs(shell(manual)))) {
      ++in_manual;
      EXPECT_EQ(run.count(command), 1U) << command;
    }
  }
  EXPECT_GE(in_manual, 70U);
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
