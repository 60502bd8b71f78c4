// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged file of an archive gives an error or is passed over; it ends no program.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

namespace fs = std::filesystem;

class DamageTest : public Programs {
 protected:
  void SetUp() override {
    std::string lines;
    for (int i = 0; i < 120; ++i) {
      const std::string number = std::to_string(i);
      lines +=
          article("a" + number)
              .on("2024-0" + std::to_string(1 + i % 9) + "-11")
              .title("Harbour report " + number)
              .body("Gulls at the harbour wall, berth " + number +
                    ". The ferry was late again, said " + "Ann Roe" + std::to_string(i % 7) + ".")
              .source(i % 2 == 0 ? "The Gull" : "The Tern")
              .person("Ann Roe")
              .person("Bo Finch")
              .json_line();
    }
    folder.write("a.jsonl", lines);
    ASSERT_EQ(index({"add", "-q", "whole.morgue", "a.jsonl"}).exit_code, 0);
  }

  void renew() const {
    fs::remove_all(folder / "news.morgue");
    fs::copy(folder / "whole.morgue", folder / "news.morgue", fs::copy_options::recursive);
  }
};

const std::vector<std::vector<std::string>> kCommands = {
    {"search", "gulls", "--facet", "person,source,year"},
    {"search", "\"harbour wall\" OR ferr*", "--sort", "-date"},
    {"count", "gulls W/5 wall"},
    {"facets", "gulls"},
    {"show", "a7"},
    {"terms", "f*"},
    {"kwic", "ferry"},
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
  for (const auto& entry : fs::recursive_directory_iterator(folder / "whole.morgue")) {
    if (entry.is_regular_file() && entry.file_size() > 16)
      files.push_back(fs::relative(entry.path(), folder / "whole.morgue"));
  }
  ASSERT_GE(files.size(), 5U);
  std::size_t refused = 0;
  for (const fs::path& file : files) {
    SCOPED_TRACE(file);
    renew();
    const fs::path damaged = folder / "news.morgue" / file;
    const auto size = static_cast<std::streamoff>(fs::file_size(damaged));
    // What tells kind and version is left, so that the damage is met in the midst of the work.
    const std::streamoff from = size > 9000 ? 8192 : size / 2;
    std::fstream out(damaged, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(from);
    for (std::streamoff at = from; at < size; ++at) out.put(static_cast<char>(0xA5));
    out.close();
    for (const std::vector<std::string>& command : kCommands) {
      std::vector<std::string> all{"-a", "news.morgue"};
      all.insert(all.end(), command.begin(), command.end());
      const Outcome ended = query(all);
      EXPECT_EQ(ended.signal, 0) << testing::PrintToString(command) << ended.err;
      EXPECT_LE(ended.exit_code, 4) << testing::PrintToString(command);
      if (ended.exit_code != 4) continue;
      ++refused;
      EXPECT_THAT(ended.err, testing::HasSubstr("news.morgue")) << testing::PrintToString(command);
    }
  }
  EXPECT_GE(refused, kCommands.size());
}

}  // namespace
}  // namespace morgue::test_support
