// SPDX-License-Identifier: GPL-3.0-or-later
// The fast ways through a text find the same words and sentences as ICU, on real news.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/sentence_rules.h"
#include "common/text/utf8.h"
#include "tests/unit/common/text/same_tokens.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

/// The folder of the shared test data; it is too large, and not ours, to stand in the tree.
fs::path shared_data() {
  const char* shared = std::getenv("MORGUE_SHARED");
  const fs::path root =
      shared != nullptr ? fs::path(shared) : fs::path(MORGUE_SOURCE_DIR) / "../shared";
  return root / "data";
}

/// Every file of news there, of any format: its lines are text enough.
std::vector<fs::path> news_files() {
  std::vector<fs::path> files;
  for (const char* folder : {"search", "relevance"}) {
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(shared_data() / folder, error)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct PipeCloser {
  void operator()(std::FILE* pipe) const { pclose(pipe); }
};

/// Calls `use` with pieces of about 1 MB of a file's text, each of whole lines.
template <typename Use>
void for_each_piece(const fs::path& file, Use use) {
  const std::string program = file.extension() == ".zst" ? "zstd -dcq" : "cat";
  const std::unique_ptr<std::FILE, PipeCloser> pipe(
      popen((program + " '" + file.string() + "'").c_str(), "r"));
  ASSERT_NE(pipe, nullptr);
  std::string piece;
  std::vector<char> block(1 << 20);
  while (const std::size_t read = std::fread(block.data(), 1, block.size(), pipe.get())) {
    piece.append(block.data(), read);
    const std::size_t end = piece.rfind('\n') + 1;
    use(repair_utf8(std::string_view(piece).substr(0, end)).text);
    piece.erase(0, end);
  }
  use(repair_utf8(piece).text);
}

/// The text two lines at a time, so that a line break stands in each part.
std::vector<std::string_view> pairs_of_lines(std::string_view text) {
  std::vector<std::string_view> pairs;
  while (!text.empty()) {
    const std::size_t first = text.find('\n');
    const std::size_t second = first == text.npos ? first : text.find('\n', first + 1);
    const std::size_t end = second == text.npos ? text.size() : second + 1;
    pairs.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return pairs;
}

TEST(RealNews, HasTheSameTokensBothWays) {
  const auto files = news_files();
  if (files.empty()) GTEST_SKIP() << "no news in " << shared_data() << " (see MORGUE_SHARED)";
  BothAnalyzers both;
  for (const auto& file : files) {
    for_each_piece(file, [&](const std::string& text) {
      const auto difference = both.difference(text);
      EXPECT_EQ(difference, std::nullopt) << file << ": " << difference.value_or("");
    });
  }
  EXPECT_GT(both.tokens_compared(), 1'000'000u) << "the files were read";
}

TEST(RealNews, HasTheSameSentencesBothWays) {
  const auto files = news_files();
  if (files.empty()) GTEST_SKIP() << "no news in " << shared_data() << " (see MORGUE_SHARED)";
  SimpleSentences simple;
  IcuSentences icu;
  std::vector<Span> found;
  std::vector<Span> expected;
  std::size_t compared = 0;
  for (const auto& file : files) {
    for_each_piece(file, [&](const std::string& text) {
      for (const std::string_view lines : pairs_of_lines(text)) {
        if (!simple.find(lines, found)) continue;
        icu.find(lines, expected);
        ASSERT_EQ(found, expected) << file << ": " << lines.substr(0, 1000);
        compared += expected.size();
      }
    });
  }
  EXPECT_GT(compared, 1'000'000u) << "the files were read";
}

}  // namespace
}  // namespace morgue
