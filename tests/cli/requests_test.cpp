// SPDX-License-Identifier: GPL-3.0-or-later
// What people who search archives ask for, and what must hold here: one test for each request that
// is about queries.
#include "tests/cli/journalists.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class RequestsTest : public Journalists {};

TEST_F(RequestsTest, Q01_OrderIsFullyDetermined) {
  EXPECT_THAT(ranked("lithium"), ElementsAre("rank2", "rank1")) << "the title counts more";
  EXPECT_THAT(ranked("cobalt"), ElementsAre("tie2", "tie1", "tie3")) << "newer, then by id";
  EXPECT_THAT(ids("cobalt AND mine"), ElementsAre("tie1", "tie2", "tie3"));
}

TEST_F(RequestsTest, Q02_WritingDoesNotMatterUnlessAsked) {
  const Ids all = {"exact1", "exact2", "exact3", "exact4"};
  expect_all({
      {"pena nieto", all, "plain"},
      {"PEÑA NIETO", all, "in capitals"},
      {"pen\u0303a nieto", all, "in decomposed letters"},
      {"\"pena nieto\"", all, "as a phrase"},
      {"=Peña", {"exact1"}, "as written"},
      {"=\"Peña Nieto\"", {"exact1"}, "a phrase"},
      {"=\"Peña nieto\"", {}, "all its words"},
      {"EXACT(Pena Nieto)", {"exact4"}, "a part of a query"},
  });
}

TEST_F(RequestsTest, Q03_AsTypedComesFirst) {
  EXPECT_EQ(ids("thé AND vert"), ids("the AND vert"));
  EXPECT_THAT(ranked("thé AND vert"), ElementsAre("tea1", "tea2"));
  EXPECT_THAT(ids("thé", {"--accents", "exact", "--case", "fold"}), ElementsAre("tea1"));
  EXPECT_THAT(ids("thé AND vert", {"--accents", "fold", "--case", "exact"}), ElementsAre())
      << "both articles begin with a capital";
}

TEST_F(RequestsTest, Q04_ProximityTakesAnyOperandAndNests) {
  expect_all({
      {"\"Claudia Sheinbaum\" W/5 (tariff* OR arancel*)", {"near1", "near2"}, "a group"},
      {"(tariff* OR arancel*) PRE/5 \"Claudia Sheinbaum\"", {"near2"}, "in this order"},
      {"person:Sheinbaum W/3 tariffs", {"near1"}, "a name, where it is mentioned"},
      {"(\"Claudia Sheinbaum\" W/3 spoke) W/6 tariffs", {"near3"}, "a proximity"},
      {"(Sheinbaum AND tariffs) W/1 Claudia", {"near1", "near3"}, "a run that holds both"},
      {"sheinbam~1 W/3 tarifs~1", {"near1"}, "misspelt words"},
      {"/shein.*/ W/3 /tarif+s/", {"near1"}, "patterns"},
      {"Sheinbaum W/3 answered W/3 tariffs", {"near1"}, "a chain"},
  });
}

TEST_F(RequestsTest, Q05_OrderUnitsCountsAndPlaces) {
  expect_all({
      {"senate PRE/S banker", {"unit1"}, "ordered, in one sentence"},
      {"banker PRE/P senate", {"unit3"}, "ordered, in one paragraph"},
      {"rico NOT W/5 puerto", {"rico2"}, "one of its two places is far from the other word"},
      {"ATLEAST3(quota)", {"count2"}, "title and body together, all forms"},
      {"ATLEAST2(quota)", {"count1", "count2"}, "twice"},
      {"FIRST/50(harvest)", {"first1"}, "the first words"},
      {"\"free fair\"~1", {"slop1"}, "a loose phrase"},
      {"\"free fair\"~3", {"slop1", "slop2"}, "turned round, across a word"},
  });
}

TEST_F(RequestsTest, Q06_HeadlineOrLead) {
  expect_all({
      {"hlead:glacier", {"head1", "head2"}, "not deep in the body"},
      {"title:glacier", {"head1"}, "the headline"},
      {"lead:glacier", {"head2"}, "the first words of the body"},
      {"glacier words:>81", {"head1", "head2"}, "a length"},
      {"hlead:glacier words:82", {"head2"}, "both"},
  });
}

TEST_F(RequestsTest, Q07_PatternsSayWhatTheyStandFor) {
  expect_all({
      {"d*ing", {"wild2"}, "inside"},
      {"dumpign~", {"wild2"}, "letters swapped"},
      {"dmpng~2", {"wild2"}, "letters lost"},
      {"/dump(ed|ing)/", {"wild2"}, "a regular expression takes a whole word"},
      {"/umping/", {}, "and no part of one"},
  });
  EXPECT_THAT(note(page("dump*"), "N105"), HasSubstr("matched 3 words"));
  EXPECT_EQ(ask({"terms", "dump*"}).out, "dumped\t1\t1\ndumping\t1\t1\ndumpster\t1\t1\n");
  const Outcome refused = ask({"count", "--max-expansions", "2", "dump*"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("stands for 3 words, over the limit of 2"));
}

TEST_F(RequestsTest, Q08_DatesAreWholePeriods) {
  expect_all({
      {"eclipse date:2024", {"date2", "date3", "date4", "date5"}, "a year"},
      {"eclipse date:2024-02..2024-03", {"date2", "date3", "date4"}, "to the end of March"},
      {"eclipse date:>=2024-03", {"date2", "date4", "date5"}, "from"},
      {"eclipse date:<2024", {"date1"}, "before"},
      {"eclipse date:[2024-02-29 TO 2024-02-29]", {"date2", "date3"}, "as Lucene writes it"},
      {"eclipse date:..2023-12-31", {"date1"}, "up to"},
      {"eclipse date:-30d..", {}, "of the last thirty days"},
  });
}

TEST_F(RequestsTest, Q09_AFilterSaysWhatItCouldNotJudge) {
  const auto filtered = page("eclipse date:2023");
  EXPECT_EQ(filtered["total"], 1);
  EXPECT_EQ(filtered["undated"], 1);
  const std::string said = note(filtered, "N107");
  const std::string lead = "1 article matches but has no date; include them with: ";
  ASSERT_THAT(said, testing::StartsWith(lead));
  EXPECT_THAT(ids(said.substr(lead.size())), ElementsAre("date1", "date6"));
  EXPECT_EQ(note(page("eclipse"), "N107"), "") << "nothing was filtered";
  EXPECT_EQ(note(page("cobalt date:2020"), "N107"), "") << "all could be judged";
}

TEST_F(RequestsTest, Q10_PhrasesKeepTheirStopWords) {
  expect_all({
      {"\"freedom of information act\"", {"stop1"}, "all its words"},
      {"\"of information\"", {"stop1"}, "at the beginning"},
      {"\"freedom _ information\"", {"stop1", "stop2"}, "any word between"},
  });
}

TEST_F(RequestsTest, Q11_NamesWithSignsAreFoundTypedNaturally) {
  expect_all({
      {"AT&T", {"sign3"}, "a company"},
      {"C++", {"sign3"}, "a language"},
      {"U.S.", {"sign3"}, "initials"},
      {"us W/1 told", {"sign4"}, "are not the pronoun"},
      {"#MeToo", {"sign4"}, "a hashtag"},
      {"MeToo", {"sign4"}, "and its word"},
      {"@user", {"sign4"}, "a user"},
      {"faro.example", {"long1", "sign2", "sign4"}, "a host, of any address"},
  });
}

TEST_F(RequestsTest, Q12_ExplainShowsTheWholePlan) {
  const std::string shown = ask({"search", "--explain", "tarif* W/5 \"Claudia Sheinbaum\""}).out;
  EXPECT_THAT(shown, HasSubstr("tarif* W/5 \"Claudia Sheinbaum\"")) << "the query, canonical";
  EXPECT_THAT(shown, HasSubstr("tariffs")) << "the words";
  EXPECT_THAT(shown, HasSubstr("Positions(")) << "the engine's query";
  EXPECT_THAT(ask({"search", "--explain", "lithium"}).out, HasSubstr("rank2")) << "the scores";
  EXPECT_EQ(query({"parse", "a  and (b)  AND c"}).out, "a AND b AND c\n");
}

TEST_F(RequestsTest, Q13_NoHitsExplainThemselves) {
  const auto why = [&](const std::string& text) {
    return ask({"search", "--why", "--", text}).err;
  };
  EXPECT_THAT(why("cobalt AND lithum"), HasSubstr("did you mean lithium"));
  const std::string emptied = why("eclipse AND cobalt");
  EXPECT_THAT(emptied, HasSubstr("eclipse")) << "each clause with its count";
  EXPECT_THAT(emptied, HasSubstr("6 articles"));
  EXPECT_THAT(emptied, HasSubstr("without eclipse")) << "what finds something";
  EXPECT_THAT(why("rejects W/2 aranceles"), HasSubstr("rejects W/6 aranceles")) << "a wider reach";
}

TEST_F(RequestsTest, Q14_OrderCanBeChosen) {
  EXPECT_THAT(ranked("eclipse", {"--sort", "date"}),
              ElementsAre("date1", "date2", "date3", "date4", "date5", "date6"));
  EXPECT_THAT(ranked("eclipse", {"--sort", "-date"}),
              ElementsAre("date5", "date4", "date3", "date2", "date1", "date6"))
      << "undated last, either way";
  const Ids plain = ranked("eclipse");
  const Ids decayed = ranked("eclipse", {"--decay", "90d"});
  EXPECT_EQ(decayed.front(), "date5") << "the newest";
  EXPECT_EQ(Ids(ids("eclipse", {"--decay", "90d"})), ids("eclipse")) << "the same articles";
  EXPECT_EQ(plain.size(), 6U);
}

TEST_F(RequestsTest, Q17_SeveralArchivesHaveOneRanking) {
  folder.write("b.jsonl", article("other1").title("Lithium lithium").body("lithium").json_line() +
                              article("other2").body("cobalt mine").on("2020-06-01").json_line());
  ASSERT_EQ(index({"add", "other.morgue", "b.jsonl"}).exit_code, 0);
  EXPECT_EQ(ask({"search", "-a", "other.morgue", "--ids", "lithium"}).out,
            "other1\nrank2\nrank1\n");
  EXPECT_EQ(ask({"search", "-a", "other.morgue", "--ids", "--sort", "date", "cobalt"}).out,
            "tie1\ntie3\nother2\ntie2\n");
}

TEST_F(RequestsTest, Q18_PagesAreTheWholeInPieces) {
  const Ids all = ranked("*");
  EXPECT_EQ(page("*")["total"], all.size()) << "--limit 0 is everything";
  Ids by_cursor;
  Ids by_offset;
  std::string cursor;
  do {
    std::vector<std::string> flags = {"--limit", "7"};
    if (!cursor.empty()) flags.insert(flags.end(), {"--after", cursor});
    const auto here = page("*", flags);
    for (const auto& hit : here["hits"]) by_cursor.push_back(hit["id"]);
    cursor = here["next"];
  } while (!cursor.empty());
  for (std::size_t from = 0; from < all.size(); from += 7) {
    const auto here = page("*", {"--limit", "7", "--offset", std::to_string(from)});
    for (const auto& hit : here["hits"]) by_offset.push_back(hit["id"]);
  }
  EXPECT_EQ(by_cursor, all);
  EXPECT_EQ(by_offset, all);
}

TEST_F(RequestsTest, Q19_PassagesShowTheMatchItself) {
  struct Passage {
    const char* query;
    const char* text;
    Ids marked;
    const char* why;
  };
  const Passage passages[] = {
      {"rico NOT W/5 puerto", "rico pays", {"rico"}, "not the one in Puerto Rico"},
      {"\"fair election\"", "fair election", {"fair election"}, "a phrase"},
      {"\"Claudia Sheinbaum\" W/2 aranceles",
       "aranceles that Claudia Sheinbaum",
       {"aranceles", "Claudia Sheinbaum"},
       "both sides of a proximity"},
  };
  for (const auto& [text, shown, words, why] : passages) {
    const auto found = page(text);
    ASSERT_EQ(found["hits"].size(), 1U) << text;
    EXPECT_THAT(std::string(found["hits"][0]["snippet"]), HasSubstr(shown)) << why;
    EXPECT_EQ(marked(found["hits"][0]), words) << why;
  }
}

}  // namespace
}  // namespace morgue::test_support
