// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/cli.h"

#include <algorithm>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "query/help.h"

namespace morgue {
namespace {

using Args = std::vector<std::string>;

struct CommandCase {
  Args args;
  const char* command;
  Args words;
  const char* why;
};

const CommandCase kCommandCases[] = {
    {{"Morena AND tariffs"}, "search", {"Morena AND tariffs"}, "search is the default"},
    {{"Morena", "AND", "tariffs"}, "search", {"Morena", "AND", "tariffs"}, "without quotes"},
    {{"search", "count"}, "search", {"count"}, "search makes the name of a command a word"},
    {{"count", "tariffs"}, "count", {"tariffs"}, "a command"},
    {{"tariffs", "count"}, "search", {"tariffs", "count"}, "only the first word is a command"},
    {{"-a", "x.morgue", "count", "tariffs"}, "count", {"tariffs"}, "options may come before it"},
    {{"--limit", "5", "show"}, "", {}, "show has no limit: refused"},
    {{"--json", "count", "tariffs"}, "count", {"tariffs"}, "a flag takes no word"},
    {{"-qa", "x.morgue", "count", "tariffs"}, "count", {"tariffs"}, "short flags together"},
    {{"--", "count"}, "search", {"count"}, "after -- nothing is a command"},
    {{"--", "-source:AFP"}, "search", {"-source:AFP"}, "a query that begins with -"},
    {{"tariffs", "--", "--limit"}, "search", {"tariffs", "--limit"}, "nor an option"},
    {{"[a,b]", "++", "{", "-"}, "search", {"[a,b]", "++", "{", "-"}, "signs are only words"},
    {{"show", "a", "b", "--jsonl"}, "show", {"a", "b"}, "several ids"},
    {{"help", "Ukraine"}, "search", {"help", "Ukraine"}, "help before another word is a word"},
};

TEST(CommandLine, FindsTheCommandAndItsWords) {
  for (const CommandCase& test : kCommandCases) {
    SCOPED_TRACE(test.why);
    const auto invocation = parse_command_line(test.args);
    if (std::string(test.command).empty()) {
      EXPECT_FALSE(invocation);
      continue;
    }
    ASSERT_TRUE(invocation) << invocation.error().message;
    ASSERT_NE(invocation->command, nullptr);
    EXPECT_EQ(invocation->command->name, test.command);
    EXPECT_EQ(invocation->options.words, test.words);
  }
}

TEST(CommandLine, FillsEveryGroupOfOptions) {
  const auto invocation = parse_command_line({"tariffs",
                                              "-a",
                                              "one.morgue",
                                              "--archive=two.morgue",
                                              "--limit",
                                              "0",
                                              "--sort",
                                              "-date",
                                              "--after",
                                              "c",
                                              "--facet",
                                              "person:20,org",
                                              "--facet",
                                              "month",
                                              "--any",
                                              "--literal",
                                              "--strict",
                                              "--lenient",
                                              "--max-expansions",
                                              "7",
                                              "--explain",
                                              "--jsonl",
                                              "-q",
                                              "--color",
                                              "always",
                                              "--no-pager"});
  ASSERT_TRUE(invocation) << invocation.error().message;
  const Options& options = invocation->options;
  EXPECT_EQ(options.archive.archives, (Args{"one.morgue", "two.morgue"}));
  EXPECT_EQ(options.limits.limit, 0U);
  EXPECT_TRUE(options.limits.limit_given);
  EXPECT_EQ(options.limits.after, "c");
  EXPECT_EQ(options.limits.sort, SortOrder::NewestFirst);
  EXPECT_EQ(options.facet.facets,
            (std::vector<FacetRequest>{{"person", 20}, {"org", 10}, {"month", 10}}));
  EXPECT_TRUE(options.query.any && options.query.literal && options.query.strict &&
              options.query.lenient);
  EXPECT_EQ(options.query.max_expansions, 7U);
  EXPECT_TRUE(options.explain);
  EXPECT_EQ(options.output.format, Format::JsonLines);
  EXPECT_TRUE(options.output.quiet);
  EXPECT_FALSE(options.output.pager);
  EXPECT_EQ(options.output.color, ColorMode::Always);
}

TEST(CommandLine, WithoutOptionsHasTheDefaults) {
  const auto invocation = parse_command_line({"tariffs"});
  ASSERT_TRUE(invocation);
  EXPECT_EQ(invocation->options.limits.limit, 10U);
  EXPECT_EQ(invocation->options.output.format, Format::Text);
  EXPECT_EQ(invocation->options.query.max_expansions, 10000U);
  EXPECT_TRUE(invocation->options.facet.facets.empty());
}

TEST(CommandLine, TheSyntaxIsNamedOnEveryCommandThatTakesAQuery) {
  for (const char* command : {"search", "count", "facets", "parse"}) {
    const auto invocation = parse_command_line({command, "a", "--syntax", "factiva"});
    ASSERT_TRUE(invocation) << invocation.error().message;
    EXPECT_EQ(invocation->options.query.syntax, Syntax::Factiva);
  }
  EXPECT_EQ(parse_command_line({"a"})->options.query.syntax, Syntax::Morgue);
  const auto translation = parse_command_line({"parse", "--from", "nexis", "--to", "morgue", "a"});
  ASSERT_TRUE(translation) << translation.error().message;
  EXPECT_EQ(translation->options.query.syntax, Syntax::Nexis);
}

TEST(CommandLine, ReadsTheUnitsOfADecay) {
  const std::pair<const char*, double> kCases[] = {
      {"90d", 90}, {"12w", 84}, {"6m", 180}, {"2y", 730}};
  for (const auto& [typed, days] : kCases) {
    SCOPED_TRACE(typed);
    const auto invocation = parse_command_line({"tariffs", "--decay", typed});
    ASSERT_TRUE(invocation) << invocation.error().message;
    EXPECT_EQ(invocation->options.limits.decay, days);
  }
}

TEST(CommandLine, NulMeansIds) {
  for (const Args& args : {Args{"tariffs", "-0"}, Args{"tariffs", "--ids", "-0"}}) {
    const auto invocation = parse_command_line(args);
    ASSERT_TRUE(invocation) << invocation.error().message;
    EXPECT_EQ(invocation->options.output.format, Format::Ids);
    EXPECT_TRUE(invocation->options.output.nul_separated);
  }
}

struct RefusedCase {
  Args args;
  const char* message;     ///< a part of it
  const char* suggestion;  ///< a part of it
  const char* why;
};

const RefusedCase kRefusedCases[] = {
    {{"tariffs", "--limt", "5"}, "no option --limt", "did you mean --limit?", "a typing mistake"},
    {{"tariffs", "--zzzzzzzzz"}, "no option --zzzzzzzzz", "--help", "nothing like it"},
    {{"-foo"}, "no option -foo", "-- -foo", "a query that begins with -"},
    {{"count", "tariffs", "--facet", "org"},
     "count has no option --facet",
     "",
     "of another command"},
    {{"a", "--syntax", "google"}, "no choice google", "nexis, factiva, lucene", "no such syntax"},
    {{"parse", "a", "--to", "nexis"}, "no choice nexis", "morgue", "we write only our own"},
    {{"count", "a", "--from", "nexis"}, "no option --from", "", "of parse"},
    {{"parse", "a", "--from", "nexis", "--syntax", "lucene"},
     "--from and --syntax exclude",
     "",
     "two answers"},
    {{"a", "--literal", "--syntax", "nexis"}, "--literal and --syntax", "", "plain words"},
    {{"tariffs", "--limit", "many"}, "--limit needs a whole number, not many", "", "no number"},
    {{"tariffs", "--limit", "-5"}, "--limit needs a whole number", "", "less than nothing"},
    {{"tariffs", "--limit", "99999999999999999999"}, "--limit needs", "", "more than there is"},
    {{"tariffs", "--sort", "size"}, "--sort has no choice size", "-date", "an unknown order"},
    {{"tariffs", "--decay", "soon"}, "--decay needs a period, not soon", "90d", "no period"},
    {{"tariffs", "--decay", "90"}, "--decay needs a period", "90d", "90 of what?"},
    {{"tariffs", "--decay", "0d"}, "--decay needs a period", "90d", "a period of nothing"},
    {{"tariffs", "--decay", "-9d"}, "--decay needs a period", "90d", "less than nothing"},
    {{"tariffs", "--decay", "9dd"}, "--decay needs a period", "90d", "more than a period"},
    {{"tariffs", "--decay", "9d", "--sort", "date"}, "exclude each other", "", "two orders"},
    {{"count", "tariffs", "--decay", "9d"}, "count has no option --decay", "", "nothing to rank"},
    {{"tariffs", "--color", "maybe"}, "--color has no choice", "always", "an unknown choice"},
    {{"tariffs", "--facet", "person:x"}, "how many rows", "person:20", "no number of rows"},
    {{"tariffs", "--facet", "person:0"}, "how many rows", "person:20", "no rows at all"},
    {{"tariffs", "--facet", ",org"}, "--facet needs names", "person:20", "an empty name"},
    {{"tariffs", "--json", "--csv"}, "exclude each other", "", "two formats"},
    {{"tariffs", "--json", "-0"}, "exclude each other", "", "NUL between what?"},
    {{"tariffs", "--csv", "--facet", "org"}, "no place for facets", "facets QUERY", "two tables"},
    {{"tariffs", "--after", "c", "--offset", "5"}, "exclude each other", "", "two places to begin"},
    {{"facets", "tariffs", "--ids"}, "facets has no option --ids", "", "facets have no ids"},
    {{"count"}, "count needs words", "search count", "a command without its words"},
    {{"-a", "x.morgue"}, "search needs words", "", "options without a query"},
    {{"terms", "a", "b"}, "one pattern", "", "two patterns"},
    {{"serve", "tariffs"}, "no command serve", "search serve", "a command of another version"},
    {{"tariffs", "--limit"}, "--limit needs a value", "", "a value is missing"},
};

TEST(CommandLine, RefusesWithAMessageAndAWayOut) {
  for (const RefusedCase& test : kRefusedCases) {
    SCOPED_TRACE(test.why);
    const auto invocation = parse_command_line(test.args);
    ASSERT_FALSE(invocation);
    EXPECT_NE(invocation.error().message.find(test.message), std::string::npos)
        << invocation.error().message;
    EXPECT_NE(invocation.error().suggestion.find(test.suggestion), std::string::npos)
        << invocation.error().suggestion;
  }
}

TEST(CommandLine, AloneIsFiveLinesWithThreeExamples) {
  const auto invocation = parse_command_line({});
  ASSERT_TRUE(invocation);
  EXPECT_EQ(invocation->command, nullptr);
  EXPECT_EQ(std::count(invocation->print.begin(), invocation->print.end(), '\n'), 5);
  std::size_t examples = 0;
  for (std::size_t at = 0;
       (at = invocation->print.find("\n  morgue-query ", at)) != std::string::npos; ++at) {
    ++examples;
  }
  EXPECT_EQ(examples, 3U);
}

TEST(CommandLine, HelpOnTheQueryComparesTheLanguages) {
  EXPECT_EQ(parse_command_line({"help", "query"})->print, query_help());
  EXPECT_NE(program_help().find("morgue-query help query"), std::string::npos);
  std::istringstream lines(query_help());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 90U) << line;
}

TEST(CommandLine, HelpIsThereForEachCommand) {
  for (const Args& args : {Args{"help"}, Args{"--help"}, Args{"-h"}}) {
    EXPECT_EQ(parse_command_line(args)->print, program_help());
  }
  for (const Command& command : commands()) {
    const std::string name(command.name);
    const std::string help = parse_command_line({name, "--help"})->print;
    EXPECT_EQ(parse_command_line({"help", name})->print, help);
    EXPECT_NE(help.find("usage: morgue-query " + name), std::string::npos);
    EXPECT_NE(help.find("Examples:\n  morgue-query "), std::string::npos);
    EXPECT_NE(program_help().find("\n  " + name + ' '), std::string::npos);
  }
  EXPECT_EQ(parse_command_line({"--version"})->print, "morgue-query " MORGUE_VERSION "\n");
}

TEST(CommandLine, JsonErrorsAreWantedWithJsonOutput) {
  EXPECT_TRUE(wants_json_errors({"tariffs", "--json", "--limt"}));
  EXPECT_TRUE(wants_json_errors({"tariffs", "--jsonl"}));
  EXPECT_FALSE(wants_json_errors({"tariffs", "--", "--json"}));
}

}  // namespace
}  // namespace morgue
