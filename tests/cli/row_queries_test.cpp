// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure carries the query that gives it again, and says where it comes from.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

using Arguments = std::vector<std::string>;

class RowQueriesTest : public Programs {
 protected:
  void SetUp() override {
    const auto sample = std::filesystem::path(MORGUE_SOURCE_DIR) / "corpora" / "sample";
    Arguments add{"add", "-q", "news.morgue", "--entities", "metadata", "vague.jsonl"};
    for (const auto& file : std::filesystem::directory_iterator(sample)) {
      if (file.path().extension() == ".jsonl") add.push_back(file.path().string());
    }
    // Dates of every precision, and none; no outlet.
    std::string vague;
    int number = 0;
    for (const char* date : {"2024", "2024-03", "2024-02-29", "2024-03-01", "2025", ""}) {
      auto one =
          article("vague" + std::to_string(number++)).body("More tariffs for the trade war.");
      if (*date != '\0') one.on(date);
      if (number % 2 == 0) one.source("Gull Daily");
      vague += one.json_line();
    }
    for (int day = 1; day < 9; ++day) {  // a month with more of something than others
      vague += article("wharf" + std::to_string(day))
                   .on("2024-05-0" + std::to_string(day))
                   .body("News of the wharf.")
                   .json_line();
    }
    folder.write("vague.jsonl", vague);
    ASSERT_EQ(index(add).exit_code, 0);
  }

  std::vector<json> rows(Arguments arguments) const {
    arguments.insert(arguments.end(), {"-a", "news.morgue", "--jsonl"});
    const Outcome said = query(arguments);
    EXPECT_EQ(said.exit_code, 0) << said.err;
    std::vector<json> rows;
    std::istringstream lines(said.out);
    for (std::string line; std::getline(lines, line);) rows.push_back(json::parse(line));
    return rows;
  }

  /// What each query counts, by one process.
  std::vector<std::uint64_t> counts(const std::vector<json>& rows) const {
    std::string queries;
    for (const json& row : rows) queries += row["query"].get<std::string>() + "\n";
    folder.write("queries.txt", queries);
    std::istringstream lines(query({"batch", "queries.txt", "--count", "-a", "news.morgue"}).out);
    std::vector<std::uint64_t> counts;
    for (std::string line; std::getline(lines, line);) counts.push_back(std::stoull(line));
    return counts;
  }
};

TEST_F(RowQueriesTest, FindWhatTheirRowsCount) {
  const Arguments commands[] = {
      {"trend", "tariffs", "Sheinbaum lang:en", "--by", "year"},
      {"trend", "tariffs OR war", "--by", "month"},
      {"trend", "tariffs", "--by", "week"},
      {"trend", "tariffs", "--by", "day"},
      {"timeline", "wharf", "--count-copies", "all", "--by", "month"},
      {"frequency", "tariffs", "--count-copies", "all", "--limit", "400"},
      {"keyness", "tariffs", "--count-copies", "all", "--limit", "200"},
      {"keyness", "tariffs", "--count-copies", "all", "--negative"},
      {"cooccurrence", "tariffs", "--type", "person,org"},
      {"cooccurrence", "--limit", "200"},
      {"entities", "list", "tariffs", "--limit", "100"},
      {"coverage"},
      {"coverage", "tariffs", "--months"},
      {"coverage", "--months"},
      {"terms", "t*", "--limit", "300"},
      {"facets", "tariffs", "--facet", "source,month,person"},
  };
  for (const Arguments& command : commands) {
    SCOPED_TRACE(command[0] + " " + command.back());
    const std::vector<json> found = rows(command);
    const std::vector<std::uint64_t> counted = counts(found);
    ASSERT_FALSE(found.empty());
    ASSERT_EQ(counted.size(), found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      const json& row = found[i];
      EXPECT_EQ(row.value("articles", row.value("count", json())), counted[i]) << row;
    }
  }
}

TEST_F(RowQueriesTest, OfCollocatesFindTheirArticles) {
  for (const char* text : {"tariffs", "tariffs lang:en"}) {
    const std::vector<json> found = rows({"collocates", text, "--limit", "100"});
    const std::vector<std::uint64_t> counted = counts(found);
    ASSERT_EQ(counted.size(), found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      // The window ends with the paragraph, the query does not.
      EXPECT_GE(counted[i], found[i]["articles"].get<std::uint64_t>()) << found[i];
      EXPECT_EQ(found[i]["score"], found[i]["logdice"]);
      EXPECT_EQ(found[i].count("count"), 1U);
    }
  }
}

TEST_F(RowQueriesTest, StandBesideTheKeysThatScriptsKnow) {
  const json line = rows({"kwic", "tariffs", "--limit", "1"}).front();
  for (const char* key : {"id", "field", "position", "left", "match", "right"}) {
    EXPECT_EQ(line.count(key), 1U) << key;
  }
  const json point = rows({"trend", "tariffs"}).front();
  for (const char* key : {"period", "articles", "tokens", "matches", "per_million", "query"}) {
    EXPECT_EQ(point.count(key), 1U) << key;
  }
}

TEST_F(RowQueriesTest, ProvenanceIsSaidInEveryFormat) {
  std::string digest = this->digest();
  digest.pop_back();
  const Arguments commands[] = {
      {"search", "tariffs"},     {"facets", "tariffs"},   {"kwic", "tariffs"},
      {"collocates", "tariffs"}, {"keyness", "tariffs"},  {"frequency", "tariffs"},
      {"trend", "tariffs"},      {"timeline", "tariffs"}, {"cooccurrence", "tariffs"},
      {"coverage", "tariffs"},   {"entities", "tariffs"}};
  for (Arguments command : commands) {
    SCOPED_TRACE(command[0]);
    command.insert(command.end(), {"-a", "news.morgue"});
    const auto with = [&](Arguments more) {
      more.insert(more.begin(), command.begin(), command.end());
      return query(more).out;
    };
    const json document = json::parse(with({"--json"}));
    const json& said = document["provenance"];
    EXPECT_EQ(said["archives"][0]["digest"], digest);
    EXPECT_EQ(said["archives"][0]["generation"], 1);
    EXPECT_THAT(said["program"].get<std::string>(), StartsWith("morgue-query "));
    EXPECT_THAT(said["command"].get<std::string>(), StartsWith("morgue-query " + command[0]));
    EXPECT_EQ(document["canonical"], "tariffs");

    const std::string lines = with({"--jsonl", "--provenance"});
    const json first = json::parse(lines.substr(0, lines.find('\n')));
    EXPECT_EQ(first["provenance"]["canonical"], "tariffs");
    EXPECT_EQ(with({"--jsonl"}), lines.substr(lines.find('\n') + 1)) << "only when asked";

    for (const char* format : {"--csv", "--tsv"}) {
      const std::string table = with({format, "--header"});
      EXPECT_THAT(table, StartsWith("# program: morgue-query "));
      EXPECT_THAT(table, HasSubstr("\n# query: tariffs\n"));
      EXPECT_THAT(table, HasSubstr("digest " + digest));
      EXPECT_THAT(table, testing::EndsWith(with({format})));
    }
  }
  // The command line that is said does the same.
  const std::string csv =
      query({"trend", "trade war", "-a", "news.morgue", "--csv", "--header"}).out;
  EXPECT_THAT(csv, HasSubstr("# command: morgue-query trend 'trade war' -a news.morgue --csv"));
}

}  // namespace
}  // namespace morgue::test_support
