// SPDX-License-Identifier: GPL-3.0-or-later
// morgue-query: streams, formats, exit codes, and that all of them tell the same.
#include <sstream>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

class SearchTest : public Programs {
 protected:
  void SetUp() override {
    std::string lines;
    for (const ArticleBuilder& article :
         {article("a1")
              .title("Tariffs split Morena")
              .body("Morena deputies argued about tariffs.")
              .on("2025-02-03")
              .source("El Faro")
              .lang("en")
              .person("Claudia Sheinbaum")
              .place("Mexico"),
          article("a2")
              .title("Aranceles")
              .body("Morena discute aranceles y tariffs.")
              .on("2025-03")
              .source("El Faro del Sur")
              .lang("es")
              .person("Claudia Sheinbaum")
              .person("Marco Rubio"),
          article("a3")
              .title("Hair")
              .body("A morena model, a tariff on shampoo; Peña wrote.")
              .source("Daily Kite")
              .lang("en"),
          article("a4")
              .title("Rain")
              .body("It rained in U.S. towns; AT&T masts fell. #MeToo @user")
              .on("2024-12-31")
              .source("Daily Kite")
              .person("Claudia Sheinbaum Pardo")
              .extra("topics", "weather")}) {
      lines += article.json_line();
    }
    folder.write("a.jsonl", lines);
    ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  }

  std::vector<std::string> ids(const std::string& text, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"search", "--ids", "--limit", "0"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.insert(arguments.end(), {"--", text});
    std::istringstream out(query(arguments).out);
    std::vector<std::string> found;
    for (std::string line; std::getline(out, line);) found.push_back(line);
    return found;
  }
};

TEST_F(SearchTest, FindsWhatTheLanguageSays) {
  struct Case {
    const char* query;
    std::vector<std::string> ids;  ///< newest first
    const char* why;
  };
  const Case cases[] = {
      {"Morena AND tariffs",
       {"a2", "a1", "a3"},
       "words in any case, with the forms of their stems"},
      {"morena tariff", {"a2", "a1", "a3"}, "side by side is AND"},
      {"=Morena AND tariffs", {"a2", "a1"}, "as written"},
      {"=morena", {"a3"}, "as written, in lower case: not the other ones"},
      {"arancel", {"a2"}, "Spanish stems, since an article is Spanish"},
      {"\"tariff\"", {"a3"}, "quotes switch stems off"},
      {"tarif*", {"a2", "a1", "a3"}, "a prefix"},
      {"pena", {"a3"}, "accents fold"},
      {"=Peña", {"a3"}, "accents as written"},
      {"=Pena", {}, "and not without"},
      {"Morena NOT shampoo", {"a2", "a1"}, "NOT"},
      {"-source:\"Daily Kite\"", {"a2", "a1"}, "a negative query alone"},
      {"title:tariffs", {"a1"}, "a field"},
      {"body:tariffs", {"a2", "a1", "a3"}, "the body alone"},
      {"body:rain", {"a4"}, "stems in a field"},
      {"title:aranceles OR title:rain", {"a2", "a4"}, "OR"},
      {"\"Morena deputies\"", {"a1"}, "a phrase"},
      {"\"Morena Morena\"", {}, "title and body never touch"},
      {"source:faro", {"a2", "a1"}, "a word of an outlet"},
      {"source:=\"El Faro\"", {"a1"}, "a whole outlet"},
      {"person:sheinbaum", {"a2", "a1", "a4"}, "part of a name"},
      {"person:=\"Claudia Sheinbaum\"", {"a2", "a1"}, "a whole name"},
      {"topics:weather", {"a4"}, "a field of the source"},
      {"date:2025", {"a2", "a1"}, "a year"},
      {"date:2025-03-15", {"a2"}, "a day that the article may be of"},
      {"date:2025-02-04..", {"a2"}, "from a day"},
      {"date:..2025-01", {"a4"}, "up to a month"},
      {"date:<2025", {"a4"}, "before"},
      {"missing:date", {"a3"}, "no date"},
      {"id:*", {"a2", "a1", "a4", "a3"}, "every article has an id"},
      {"missing:id", {}, "every article has an id"},
      {"words:*", {"a2", "a1", "a4", "a3"}, "all have text"},
      {"has:date", {"a2", "a1", "a4"}, "some date"},
      {"lang:es", {"a2"}, "language"},
      {"U.S.", {"a4"}, "an abbreviation"},
      {"us", {}, "is not the word"},
      {"AT&T", {"a4"}, "with its sign"},
      {"#MeToo", {"a4"}, "a tag"},
      {"metoo", {"a4"}, "and its word"},
      {"@user", {"a4"}, "a user"},
      {"id:a3", {"a3"}, "an id"},
      {"*", {"a2", "a1", "a4", "a3"}, "everything, undated last"},
  };
  for (const auto& [text, expected, why] : cases) {
    EXPECT_EQ(ids(text, {"--sort", "-date"}), expected) << text << ": " << why;
    EXPECT_EQ(count(text), std::to_string(expected.size())) << text;
  }
}

TEST_F(SearchTest, BatchRunsEveryLineItCan) {
  folder.write("queries.txt", "# a comment\n\nMorena\n\"never closed\n#MeToo\r\nnothinglikeit\n");
  const auto counts = query({"batch", "queries.txt", "--count"});
  EXPECT_EQ(counts.exit_code, 2);
  EXPECT_EQ(counts.out, "3\tMorena\n1\t#MeToo\n0\tnothinglikeit\n");
  EXPECT_THAT(counts.err, HasSubstr("morgue-query: queries.txt:4: query error Q101 at 0"));

  const auto lines = query({"batch", "-", "--jsonl", "--limit", "1"}, "tariffs\nshampoo\n");
  EXPECT_EQ(lines.exit_code, 0);
  std::istringstream in(lines.out);
  std::vector<json> hits;
  for (std::string line; std::getline(in, line);) hits.push_back(json::parse(line));
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0]["line"], 1);
  EXPECT_EQ(hits[1]["query"], "shampoo");
  EXPECT_EQ(hits[1]["id"], "a3");

  EXPECT_THAT(query({"batch", "queries.txt"}).out, HasSubstr("3: 3 articles for Morena\n"));
  EXPECT_EQ(query({"batch", "-", "--count"}, "nothinglikeit\n").exit_code, 1);
  const auto absent = query({"batch", "absent.txt"});
  EXPECT_EQ(absent.exit_code, 2);
  EXPECT_THAT(absent.err, HasSubstr("cannot read absent.txt"));
}

TEST_F(SearchTest, SavedQueriesAreTheUsersOwnFile) {
  folder.write("news.morgue/queries.tsv", "trade\ttariff* OR arancel*\n");
  EXPECT_EQ(ids("query:trade NOT lang:es", {"--sort", "-date"}),
            (std::vector<std::string>{"a1", "a3"}));
  EXPECT_THAT(query({"count", "query:trad"}).err, HasSubstr("saved here: trade"));
}

TEST_F(SearchTest, LenientReadsPastedTextAndSaysHow) {
  const auto found = query({"search", "--ids", "--lenient", "tariffs ) \"Morena deputies\" AND"});
  EXPECT_EQ(found.exit_code, 1) << "\"AND\" is a word now";
  EXPECT_THAT(found.err, HasSubstr("note N106"));
  EXPECT_EQ(query({"count", "--lenient", "tariffs )"}).out, "3\n");
  EXPECT_EQ(query({"count", "tariffs )"}).exit_code, 2);
}

TEST_F(SearchTest, CapitalsAndAccentsCanBeComparedEachByItself) {
  EXPECT_EQ(ids("pena", {"--accents", "exact"}), std::vector<std::string>{});
  EXPECT_EQ(ids("peña", {"--accents", "exact"}), std::vector<std::string>{"a3"});
  EXPECT_EQ(ids("peña", {"--case", "exact"}), std::vector<std::string>{});
  EXPECT_EQ(ids("Pena", {"--case", "exact"}), std::vector<std::string>{"a3"});
  EXPECT_EQ(ids("morena", {"--case", "exact"}), std::vector<std::string>{"a3"});
  EXPECT_EQ(query({"count", "x", "--case", "sometimes"}).exit_code, 2);
}

TEST_F(SearchTest, ShowMarksWhatAQueryMatches) {
  const auto shown = query({"show", "a1", "--query", "Morena W/5 tariffs", "--color", "always"});
  EXPECT_THAT(shown.out, HasSubstr("\x1b[1;31mMorena\x1b[0m deputies argued about "
                                   "\x1b[1;31mtariffs\x1b[0m"));
  const json object = json::parse(query({"show", "a1", "--query", "tariffs", "--json"}).out);
  EXPECT_EQ(object["body_marks"], json::array({json::array({29, 36})}));
  EXPECT_EQ(query({"show", "a1", "--query", "AND"}).exit_code, 2);
}

TEST_F(SearchTest, ExitCodesTellHitsFromNoneFromErrors) {
  EXPECT_EQ(query({"Morena"}).exit_code, 0);
  EXPECT_EQ(query({"nothinglikeit"}).exit_code, 1);
  EXPECT_EQ(query({"count", "nothinglikeit"}).exit_code, 1);
  EXPECT_EQ(query({"Morena AND"}).exit_code, 2);
  EXPECT_EQ(query({"--limt", "3", "Morena"}).exit_code, 2);
  EXPECT_EQ(query({"-a", "none.morgue", "Morena"}).exit_code, 4);
  EXPECT_EQ(query({"-q", "Morena"}).out, "");
  EXPECT_EQ(query({}).exit_code, 0) << "help for a newcomer";
}

TEST_F(SearchTest, ErrorsStandUnderACaret) {
  EXPECT_EQ(query({"tariffs AND auhtor:Smith"}).err.substr(0, 120),
            "morgue-query: query error Q104 at 12: unknown field \"auhtor\"\n"
            "    tariffs AND auhtor:Smith\n"
            "                ^~~~~~\n"
            "    did");
  EXPECT_THAT(query({"date:31/02/2024"}).err, HasSubstr("February 2024 has 29 days"));
  EXPECT_THAT(query({"date:2024-02-30"}).err, HasSubstr("Q106 at 5: not a date: 2024-02-30"));
  EXPECT_THAT(query({"--max-expansions", "1", "*a*"}).err,
              HasSubstr("Q110 at 0: \"*a*\" stands for"));
  const json error = json::parse(query({"--json", "auhtor:Smith"}).err);
  EXPECT_EQ(error["code"], "Q104");
  EXPECT_EQ(error["position"], 0);
  EXPECT_EQ(error["length"], 6);
}

TEST_F(SearchTest, ADateFilterSaysWhatItCouldNotJudge) {
  const Outcome outcome = query({"count", "tariffs date:2025"});
  EXPECT_EQ(outcome.out, "2\n");
  EXPECT_THAT(outcome.err, HasSubstr("note N107: 1 article matches but has no date"));
  const std::string with = outcome.err.substr(outcome.err.find("with: ") + 6);
  EXPECT_EQ(count(with.substr(0, with.find('\n'))), "3") << with;
}

TEST_F(SearchTest, AllFormatsTellTheSame) {
  const json page =
      json::parse(query({"Morena AND tariffs", "--json", "--facet", "person,source,month"}).out);
  EXPECT_EQ(page["canonical"], "Morena AND tariffs");
  EXPECT_EQ(page["total"], 3);
  EXPECT_EQ(page["hits"].size(), 3U);
  const std::string lines = query({"Morena AND tariffs", "--jsonl"}).out;
  std::istringstream in(lines);
  std::size_t rank = 0;
  for (std::string line; std::getline(in, line); ++rank) {
    EXPECT_EQ(json::parse(line)["id"], page["hits"][rank]["id"]);
    EXPECT_EQ(json::parse(line)["rank"], rank + 1);
  }
  EXPECT_EQ(rank, 3U);
  EXPECT_EQ(page["hits"][0]["id"], "a1") << "a title counts more";
  for (const auto& [name, rows] : page["facets"].items()) {
    for (const json& row : rows) {
      EXPECT_EQ(count(row["query"]), std::to_string(row["count"].get<int>())) << row;
    }
  }
  EXPECT_EQ(page["facets"]["person"][0]["value"], "Claudia Sheinbaum");
  EXPECT_EQ(page["facets"]["person"][0]["count"], 2);
  EXPECT_THAT(query({"Morena", "--csv"}).out, HasSubstr("El Faro del Sur"));
}

TEST_F(SearchTest, PagesFollowEachOther) {
  const std::vector<std::string> all = ids("*");
  const json first = json::parse(query({"search", "*", "--json", "--limit", "3"}).out);
  ASSERT_TRUE(first.contains("next")) << first;
  const json second =
      json::parse(query({"search", "*", "--json", "--limit", "3", "--after", first["next"]}).out);
  ASSERT_EQ(second["hits"].size(), 1U);
  EXPECT_EQ(second["hits"][0]["id"], all[3]);
  EXPECT_EQ(second["hits"][0]["rank"], 4);
}

TEST_F(SearchTest, ShowsTheArticleAsIndexed) {
  const json shown = json::parse(query({"show", "a2", "--json"}).out);
  EXPECT_EQ(shown["title"], "Aranceles");
  EXPECT_EQ(shown["date"], "2025-03");
  EXPECT_EQ(shown["people"], json({"Claudia Sheinbaum", "Marco Rubio"}));
  EXPECT_EQ(json::parse(query({"show", "a4", "--json"}).out)["extra"]["topics"], "weather");
  EXPECT_EQ(query({"show", "none"}).exit_code, 1);
}

TEST_F(SearchTest, TermsAreWordsOfTheArchive) {
  EXPECT_EQ(query({"terms", "tarif*"}).out, "tariff\t1\t1\ntariffs\t2\t3\n");
  EXPECT_EQ(query({"terms", "tariff"}).out, "tariff\t1\t1\ntariffs\t2\t3\n") << "forms of a word";
}

TEST_F(SearchTest, SeveralArchivesAreOne) {
  folder.write("b.jsonl", article("b1").body("More tariffs.").json_line());
  ASSERT_EQ(index({"add", "other.morgue", "b.jsonl"}).exit_code, 0);
  EXPECT_EQ(query({"-a", "news.morgue", "-a", "other.morgue", "count", "tariffs"}).out, "4\n");
  EXPECT_EQ(query({"count", "tariffs"}).exit_code, 2) << "two archives here: which?";
}

TEST_F(SearchTest, SearchesWhatTwoArchivesShareOnce) {
  const auto count_both = [&](const std::string& a, const std::string& b) {
    return query({"-a", a, "-a", b, "count", "*"}).out;
  };
  EXPECT_EQ(count_both("news.morgue", "./news.morgue/"), "4\n") << "named twice";
  std::filesystem::copy(folder / "news.morgue", folder / "copy.morgue",
                        std::filesystem::copy_options::recursive);
  ASSERT_EQ(index({"remove", "copy.morgue", "a1", "a2"}).exit_code, 0);
  ASSERT_EQ(index({"remove", "news.morgue", "a1"}).exit_code, 0);
  EXPECT_EQ(count_both("news.morgue", "copy.morgue"), "3\n") << "a2 is live in one of them";
  EXPECT_EQ(count_both("copy.morgue", "news.morgue"), "3\n");
  EXPECT_EQ(query({"-a", "copy.morgue", "-a", "news.morgue", "terms", "morena"}).out,
            query({"-a", "news.morgue", "terms", "morena"}).out);
}

TEST_F(SearchTest, FindsNothingInAnEmptyArchive) {
  ASSERT_EQ(index({"remove", "news.morgue", "a1", "a2", "a3", "a4"}).exit_code, 0);
  for (const bool compacted : {false, true}) {
    if (compacted) {
      ASSERT_EQ(index({"compact", "news.morgue"}).exit_code, 0);
    }
    const Outcome page = query({"search", "--json", "--facet", "year", "*"});
    EXPECT_EQ(page.exit_code, 1) << page.err;
    EXPECT_EQ(json::parse(page.out)["total"], 0);
    EXPECT_EQ(query({"terms", "*"}).out, "");
  }
}

TEST_F(SearchTest, CountsEveryFacetRowAsItsQueryFinds) {
  const char* const kValues[] = {
      "two  spaces",      "line\nbreak",       "no\u00A0break", "a \"quoted\" word",
      "back\\slash",      "a_b _ c*d ?",       "(open",         "zero\u200Bwidth",
      "dash \u2013 dash", "\u201Ccurly\u201D", "AND",           "\u0001"};
  std::string lines;
  int number = 0;
  for (const char* value : kValues) {
    const std::string id = std::to_string(++number);
    lines += article("odd" + id).body("odd").source(value).extra("topics", value).json_line();
  }
  lines += article("odd").body("odd").extra("Topics", "weather").extra("Author", "x").json_line();
  folder.write("odd.jsonl", lines);
  ASSERT_EQ(index({"add", "news.morgue", "odd.jsonl"}).exit_code, 0);
  for (const std::string name : {"source", "topics", "Topics"}) {
    const json page = json::parse(query({"search", "--json", "--facet", name + ":100", "*"}).out);
    const json& rows = page["facets"][name];
    EXPECT_GT(rows.size(), name == "Topics" ? 0U : std::size(kValues)) << name;
    for (const json& row : rows) {
      EXPECT_EQ(count(row["query"]), row["count"].dump()) << row.dump();
    }
  }
  const auto facet_of = [&](const std::string& name) {
    return json::parse(query({"search", "--json", "--facet", name, "*"}).out)["facets"];
  };
  EXPECT_EQ(facet_of("Author"), facet_of("byline")) << "as Author: means byline: in a query";
}

}  // namespace
}  // namespace morgue::test_support
