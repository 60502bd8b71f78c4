// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input never stops a run: the good is indexed, the bad is named with file, line and reason.
#include <fstream>
#include <map>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

class BadInputTest : public Programs {
 protected:
  /// The rejects file by file name.
  std::multimap<std::string, nlohmann::json> rejects() const {
    std::multimap<std::string, nlohmann::json> found;
    std::istringstream lines(read("rejects.jsonl"));
    for (std::string line; std::getline(lines, line);) {
      const auto json = nlohmann::json::parse(line);
      found.emplace(json["file"].get<std::string>(), json);
    }
    return found;
  }

  std::string read(const std::string& name) const {
    std::ifstream in(folder / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_F(BadInputTest, IsNamedAndTheRestIsIndexed) {
  const auto good = [](const std::string& id) {
    return article(id).body("good " + id).json_line();
  };
  folder.write("in/truncated.jsonl", good("t1") + "{\"id\": \"t2\", \"body\": \"cut of");
  folder.write("in/types.jsonl",
               good("w1") + "{\"id\": \"w2\", \"title\": {\"a\": 1}}\n[1]\n7\n" + good("w3"));
  folder.write("in/utf8.jsonl", "{\"id\": \"u1\", \"body\": \"good caf\xe9\"}\n");
  folder.write("in/nul.jsonl", good("n1") + "{\"id\": \"n2\", \"body\": \"good " +
                                   std::string(1, '\0') +
                                   "\"}\n{\"id\": \"n3\", \"body\": \"good \\u0000 x\"}\n");
  folder.write("in/long.jsonl", "{\"id\": \"l1\", \"body\": \"good " + std::string(5U << 20U, 'x') +
                                    "\"}\n" + std::string(5U << 20U, 'y') + "\n" + good("l3"));
  folder.write("in/empty.jsonl", "");
  folder.write("in/nothing.jsonl", "{\"id\": \"z1\", \"source\": \"only\"}\n");
  std::filesystem::create_directory_symlink(folder / "in", folder / "in" / "loop");
  std::filesystem::create_symlink(folder / "gone", folder / "in" / "dangling.jsonl");

  const Outcome add =
      index({"add", "news.morgue", "in", "missing.jsonl", "--rejects", "rejects.jsonl"});
  EXPECT_EQ(add.exit_code, 3) << add.err;
  struct Case {
    const char* file;
    int line;
    const char* outcome;
    const char* code;
  };
  const Case cases[] = {
      {"in/truncated.jsonl", 2, "rejected", "json-syntax"},
      {"in/types.jsonl", 2, "rejected", "wrong-type"},
      {"in/types.jsonl", 3, "rejected", ""},
      {"in/types.jsonl", 4, "rejected", ""},
      {"in/utf8.jsonl", 1, "repaired", "not-utf8"},
      {"in/nul.jsonl", 2, "repaired", "not-utf8"},
      {"in/nul.jsonl", 3, "repaired", "not-utf8"},
      {"in/long.jsonl", 2, "rejected", "json-syntax"},
      {"in/empty.jsonl", 0, "rejected", "empty"},
      {"in/nothing.jsonl", 1, "rejected", "no-text"},
      {"in/loop", 0, "rejected", "symlink-loop"},
      {"in/dangling.jsonl", 0, "rejected", ""},
      {"missing.jsonl", 0, "rejected", ""},
  };
  const auto named = rejects();
  for (const auto& [file, line, outcome, code] : cases) {
    bool found = false;
    const auto [begin, end] = named.equal_range(file);
    for (auto it = begin; it != end; ++it) {
      const nlohmann::json& json = it->second;
      if (json["line"] != line) continue;
      found = true;
      EXPECT_EQ(json["outcome"], outcome) << json;
      EXPECT_FALSE(json["reason"].get<std::string>().empty()) << json;
      if (*code != 0) {
        EXPECT_EQ(json["code"], code) << json;
      }
    }
    EXPECT_TRUE(found) << file << ":" << line << "\n" << read("rejects.jsonl");
  }
  EXPECT_EQ(named.size(), std::size(cases)) << read("rejects.jsonl");
  EXPECT_EQ(count("good"), "9");
  EXPECT_EQ(count("café"), "1") << "the broken byte was read as Windows-1252";
  const Outcome again = index({"add", "news.morgue", "in", "--rejects", "rejects.jsonl"});
  EXPECT_EQ(again.exit_code, 3) << "rejects are reported in every run";
  EXPECT_THAT(again.err, testing::HasSubstr("0 new, 0 changed, 9 unchanged"));
}

TEST_F(BadInputTest, ControlCharactersNeverReachTheTerminal) {
  folder.write(
      "a.jsonl",
      "{\"id\": \"1\", \"title\": \"x \\u001b[31m y\", \"body\": \"z \\u0007 tariffs\"}\n");
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  for (const auto& command : {std::vector<std::string>{"-a", "news.morgue", "tariffs"},
                              std::vector<std::string>{"-a", "news.morgue", "show", "1"}}) {
    const std::string out = query(command).out;
    EXPECT_EQ(out.find('\x1b'), std::string::npos) << out;
    EXPECT_EQ(out.find('\x07'), std::string::npos) << out;
  }
  EXPECT_THAT(query({"-a", "news.morgue", "show", "1", "--json"}).out,
              testing::HasSubstr("\\u001b[31m"));
}

}  // namespace
}  // namespace morgue::test_support
