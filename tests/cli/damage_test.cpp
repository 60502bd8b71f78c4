// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged file of an archive gives an error or is passed over; it ends no program.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kBlock = 8192;  ///< of the engine's tables

/// news.morgue is the only archive of the folder, so that it need not be named.
class DamageTest : public Programs {
 protected:
  void SetUp() override {
    // Many words of few articles, so that tables have several blocks.
    std::mt19937 random(20261130);
    std::string lines;
    for (int i = 0; i < 600; ++i) {
      const std::string number = std::to_string(i);
      std::string body =
          "Gulls at the harbour wall, berth " + number + ". The ferry was late again.";
      for (int word = 0; word < 40; ++word) body += " w" + std::to_string(random() % 8'000);
      lines += article("a" + number)
                   .on("2024-0" + std::to_string(1 + i % 9) + "-11")
                   .title("Harbour report " + number)
                   .body(body)
                   .source(i % 2 == 0 ? "The Gull" : "The Tern")
                   .person("Ann Roe")
                   .person("Bo Finch")
                   .json_line();
    }
    folder.write("a.jsonl", lines);
    ASSERT_EQ(index({"add", "-q", "kept/whole.morgue", "a.jsonl", "--copies", "off"}).exit_code, 0);
  }

  void renew() const {
    fs::remove_all(folder / "news.morgue");
    fs::copy(folder / "kept/whole.morgue", folder / "news.morgue", fs::copy_options::recursive);
  }

  /// Spoils the block that begins at a byte, but for its first bytes, which tell its kind.
  void spoil(const fs::path& file, std::uintmax_t begin) const {
    const std::uintmax_t end = std::min(begin + kBlock, fs::file_size(file));
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(static_cast<std::streamoff>(begin + 8));
    for (std::uintmax_t at = begin + 8; at < end; ++at) out.put(static_cast<char>(0xA5));
  }
};

const std::vector<std::vector<std::string>> kCommands = {
    {"search", "gulls", "--facet", "person,source,year"},
    {"search", "\"harbour wall\" OR ferr*", "--sort", "-date"},
    {"count", "gulls W/5 wall"},
    {"facets", "gulls"},
    {"show", "a7"},
    {"terms", "f*"},
    {"kwic", "ferry", "--csv"},
    {"collocates", "ferry"},
    {"keyness", "source:Gull"},
    {"keyness", "source:Gull", "--negative"},
    {"frequency", "gulls", "--ngram", "2"},
    {"trend", "gulls"},
    {"timeline", "gulls"},
    {"cooccurrence", "gulls"},
    {"coverage"},
    {"copies", "a7"},
    {"entities", "list", "person"},
    {"entities", "about", "Ann Roe"},
    {"entities", "suggest"},
    {"like", "a7"},
    {"export", "gulls", "--as", "csv"},
    {"search", "nosuchword AND gulls", "--why"},
};

TEST_F(DamageTest, EveryCommandSaysSoOrDoesWithout) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder / "kept/whole.morgue")) {
    if (entry.is_regular_file() && entry.file_size() > 16)
      files.push_back(fs::relative(entry.path(), folder / "kept/whole.morgue"));
  }
  ASSERT_GE(files.size(), 5U);
  std::size_t refused = 0;
  for (const fs::path& file : files) {
    const std::uintmax_t blocks = (fs::file_size(folder / "kept/whole.morgue" / file) - 1) / kBlock;
    // In the midst and at the end: what is met at the start, and only in the course of the work.
    for (const std::uintmax_t block :
         blocks > 0 ? std::vector{blocks / 2, blocks} : std::vector{blocks}) {
      SCOPED_TRACE(file.string() + ", block " + std::to_string(block));
      renew();
      spoil(folder / "news.morgue" / file, block * kBlock);
      for (const std::vector<std::string>& command : kCommands) {
        const Outcome ended = query(command);
        EXPECT_EQ(ended.signal, 0) << testing::PrintToString(command) << ended.err;
        EXPECT_LE(ended.exit_code, 4) << testing::PrintToString(command);
        if (ended.exit_code != 4) continue;
        ++refused;
        EXPECT_THAT(ended.err, testing::HasSubstr("news.morgue"))
            << testing::PrintToString(command);
      }
    }
  }
  EXPECT_GE(refused, kCommands.size());
}

}  // namespace
}  // namespace morgue::test_support
