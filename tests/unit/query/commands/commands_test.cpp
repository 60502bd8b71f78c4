// SPDX-License-Identifier: GPL-3.0-or-later
// The program from its arguments to its streams and exit code, over a searcher that is not one.
#include <cstdio>
#include <sstream>
#include <string>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "common/base/index_error.h"
#include "query/cli.h"
#include "query/program.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using Args = std::vector<std::string>;

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

Environment with_archive(const std::string& name = "fake.morgue") {
  Environment environment;
  environment.archives = name;
  return environment;
}

Outcome run(const Args& args, const Environment& environment = with_archive(),
            const std::string& input = "") {
  std::FILE* file = std::tmpfile();
  std::ostringstream err;
  std::istringstream in(input);
  Outcome outcome;
  Messages messages(err, wants_json_errors(args));
  outcome.code = static_cast<int>(run_program(args, environment, in, fileno(file), messages));
  outcome.out.resize(static_cast<std::size_t>(lseek(fileno(file), 0, SEEK_END)));
  EXPECT_EQ(pread(fileno(file), outcome.out.data(), outcome.out.size(), 0),
            static_cast<ssize_t>(outcome.out.size()));
  std::fclose(file);
  outcome.err = err.str();
  return outcome;
}

struct OutputCase {
  Args args;
  int code;
  const char* out;
  const char* why;
};

const OutputCase kOutputCases[] = {
    {{"x", "--ids"}, 0, "a\nb\n", "ids"},
    {{"none", "--ids"}, 1, "", "no hits"},
    {{"bad", "--ids"}, 2, "", "a query error"},
    {{"search", "-q", "x"}, 0, "", "quiet: hits"},
    {{"search", "-q", "none"}, 1, "", "quiet: none"},
    {{"search", "-q", "bad"}, 2, "", "quiet: a query error"},
    {{"x", "--explain"},
     0,
     "query\n  x\ntree\n  tree\nplan\n  plan of x\n",
     "the plan instead of hits"},
    {{"bad", "--explain"}, 2, "", "no plan"},
    {{"count", "x"}, 0, "2\n", "one integer"},
    {{"count", "none"}, 1, "0\n", "also when it is none"},
    {{"count", "bad"}, 2, "", "a query error"},
    {{"count", "-q", "x"}, 0, "", "quiet"},
    {{"terms", "t*"}, 0, "tariff\t3\t5\ntariffs\t7\t9\n", "all words"},
    {{"terms", "t*", "--limit", "1"}, 0, "tariff\t3\t5\n", "the first word"},
    {{"terms", "t*", "--csv"},
     0,
     "form,articles,occurrences,query\ntariff,3,5,\"\"\"tariff\"\"\"\ntariffs,7,9,"
     "\"\"\"tariffs\"\"\"\n",
     "CSV"},
    {{"terms", "none"}, 1, "", "no words"},
    {{"terms", "bad"}, 2, "", "a pattern error"},
    {{"facets", "x", "--facet", "org", "--tsv"},
     0,
     "facet\tvalue\tcount\tquery\norg\tvalue\t2\tx\n",
     "facets alone"},
    {{"show", "zz"}, 1, "", "no such article"},
    {{"parse", "a", "AND", "b"}, 0, "a AND b\n", "the canonical query"},
    {{"parse", "--tree", "a AND b"}, 0, "AND\n  a\n  b\n", "the tree"},
    {{"none", "--ids", "--why"}, 1, "", "reasons go to standard error"},
    {{"count", "none", "--why"}, 1, "0\n", "there as well"},
    {{"parse", "a AND"}, 2, "", "a faulty query"},
    {{"parse", "--from", "nexis", "a w/5", "b c"}, 0, "a W/5 \"b c\"\n", "a translation"},
    {{"parse", "--syntax", "lucene", "a b"}, 0, "a OR b\n", "the same flag by its other name"},
    {{"parse", "--from", "factiva", "rst=x"}, 2, "", "without equivalent"},
    {{"--limt"}, 2, "", "a usage error"},
};

TEST(Program, WritesResultsAndExitCodes) {
  for (const OutputCase& test : kOutputCases) {
    SCOPED_TRACE(test.why);
    const Outcome outcome = run(test.args);
    EXPECT_EQ(outcome.code, test.code) << outcome.err;
    EXPECT_EQ(outcome.out, test.out);
    EXPECT_FALSE(test.code == 2 && outcome.err.empty()) << "an error is never silent";
  }
}

TEST(Program, SaysWhyWhenAskedOrWhenSomebodyIsThereToReadIt) {
  const std::string none = "no article matches this:\n";
  EXPECT_THAT(run({"none", "--why"}).err, HasSubstr(none));
  EXPECT_THAT(run({"count", "none", "--why"}).err, HasSubstr(none));
  EXPECT_THAT(run({"x", "--why"}).err, HasSubstr("2 articles match this:\n"));
  EXPECT_THAT(run({"none"}).err, Not(HasSubstr(none))) << "no terminal";
  Environment seen = with_archive();
  seen.errors_on_terminal = true;
  EXPECT_THAT(run({"none"}, seen).err, HasSubstr(none));
  EXPECT_THAT(run({"x"}, seen).err, Not(HasSubstr("match"))) << "there are hits";
  EXPECT_EQ(run({"none", "--why", "-q"}).err, "") << "quiet";
  EXPECT_THAT(run({"none", "--why", "--jsonl"}).err, HasSubstr("{\"why\":{\"clauses\":[]"));
  for (const char* command : {"search", "count"}) {
    const Outcome document = run({command, "none", "--why", "--json"});
    EXPECT_THAT(document.err, Not(HasSubstr("why")));
    EXPECT_TRUE(nlohmann::json::parse(document.out).contains("why")) << command;
  }
}

TEST(Program, NotesGoToStandardErrorOnceEach) {
  const Outcome outcome = run({"x", "nuevos aranceles", "--ids"});
  EXPECT_EQ(outcome.err.find("note N121"), outcome.err.find("note"));
  EXPECT_NE(outcome.err.find("note N101: an early note\n"
                             "morgue-query: note N107: a late note\n"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(run({"search", "-q", "x"}).err, "") << "quiet";
}

TEST(Program, HintsRepeatTheArchiveTheOrderAndTheLimit) {
  const Outcome outcome =
      run({"x", "-a", "my news.morgue", "--sort", "-date", "--limit", "2", "--no-pager"});
  EXPECT_NE(outcome.out.find("narrow: morgue-query search -a 'my news.morgue' --limit 2 "
                             "--sort -date --facet source,month x\n"),
            std::string::npos)
      << outcome.out;
}

TEST(Program, HintsRepeatTheDecay) {
  const Outcome outcome = run({"x", "--decay", "6m", "--no-pager"});
  EXPECT_NE(outcome.out.find("--decay 6m --facet source,month x\n"), std::string::npos)
      << outcome.out;
}

TEST(Program, JsonHoldsAllNotes) {
  const json document = json::parse(run({"x", "nuevos aranceles", "--json"}).out);
  ASSERT_EQ(document["notes"].size(), 3U);
  EXPECT_EQ(document["notes"][0]["code"], "N121");
  EXPECT_EQ(document["notes"][2]["code"], "N107");
}

TEST(Program, JsonOfTheOtherCommands) {
  EXPECT_EQ(json::parse(run({"count", "x", "--json"}).out)["total"], 2);
  EXPECT_EQ(json::parse(run({"show", "a", "--json"}).out)["body"], "Body.");
  EXPECT_EQ(json::parse(run({"terms", "t*", "--json"}).out)["terms"][1]["occurrences"], 9);
  EXPECT_EQ(json::parse(run({"parse", "a b", "--json"}).out)["canonical"],
            run({"parse", "a b"}).out.substr(0, run({"parse", "a b"}).out.size() - 1));
  EXPECT_EQ(json::parse(run({"parse", "--from", "nexis", "a/b", "--json"}).out)["syntax"], "nexis");
  const json facets = json::parse(run({"facets", "x", "--json"}).out);
  EXPECT_EQ(facets["hits"], json::array());
  EXPECT_EQ(facets["facets"].size(), 4U) << "the usual facets";
}

TEST(Program, JsonErrorsAreOneObject) {
  for (const Args& args : {Args{"bad", "--json"}, Args{"parse", "\"a", "--json"}}) {
    const Outcome outcome = run(args);
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(json::parse(outcome.err)["position"].is_number()) << outcome.err;
  }
  EXPECT_EQ(json::parse(run({"x", "--jsonl", "--limt"}).err)["code"], "usage");
}

TEST(Program, ParseNeedsNoArchive) {
  EXPECT_EQ(run({"parse", "tariffs"}, with_archive("broken.morgue")).code, 0);
}

TEST(Program, AFailingArchiveIsThrown) {
  try {
    run({"x"}, with_archive("broken.morgue"));
    FAIL() << "a damaged archive went unnoticed";
  } catch (const IndexError& error) {
    EXPECT_EQ(error.code(), ExitCode::Archive);
  }
}

TEST(Program, ShowsEveryArticleThatIsThere) {
  const Outcome outcome = run({"show", "a", "zz", "b", "--jsonl"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 2);
}

TEST(Program, ShowsTheIdsOfStandardInput) {
  const Outcome outcome = run({"show", "--json", "-"}, with_archive(), "b\n\na\n");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  std::istringstream lines(outcome.out);
  std::string ids;
  for (std::string line; std::getline(lines, line);) ids += json::parse(line)["id"];
  EXPECT_EQ(ids, "ba");
}

TEST(Program, AFullDiskStopsTheSearchAndIsTold) {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  ASSERT_GE(full, 0);
  std::ostringstream err;
  std::istringstream in;
  Messages messages(err, false);
  EXPECT_EQ(run_program({"many", "--ids"}, with_archive(), in, full, messages), ExitCode::Archive);
  EXPECT_NE(err.str().find("cannot write the results"), std::string::npos);
  close(full);
}

}  // namespace
}  // namespace morgue
