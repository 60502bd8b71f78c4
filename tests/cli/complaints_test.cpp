// SPDX-License-Identifier: GPL-3.0-or-later
// What people who search archives complain of elsewhere, and what must hold here: one test for each
// kind of complaint that is about queries.
#include "tests/cli/journalists.h"

namespace morgue::test_support {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ComplaintsTest : public Journalists {};

TEST_F(ComplaintsTest, Pain06_ConnectorsAreThereAndMarkWhatTheyMatch) {
  expect_all({
      {"banker W/S senate", {"unit1", "unit3"}, "one sentence"},
      {"banker W/P minister", {"unit1", "unit2", "unit3"}, "one paragraph"},
      {"senate W/P banker", {"unit1", "unit3"}, "the paragraph ends between them"},
      {"banker W/3 minister", {"unit1", "unit2"}, "so many words"},
      {"senate PRE/4 banker", {"unit1"}, "in this order"},
  });
  expect_all({{"banker /s senate", {"unit1", "unit3"}, "as Nexis and Westlaw write it"},
              {"banker /p minister", {"unit1", "unit2", "unit3"}, "the paragraph"},
              {"banker w/3 minister", {"unit1", "unit2"}, "the words"}},
             {"--syntax", "nexis"});
  const auto found = page("rejects W/4 aranceles");
  ASSERT_EQ(found["hits"].size(), 1U);
  EXPECT_THAT(marked(found["hits"][0]), ElementsAre("aranceles", "rejects"));
}

TEST_F(ComplaintsTest, Pain07_ProximityTakesPhrasesAndWildcards) {
  expect_all({
      {"\"Claudia Sheinbaum\" W/5 tariffs", {"near1"}, "a phrase: of its nearest end"},
      {"\"Claudia Sheinbaum\" W/6 tariffs", {"near1", "near3"}, "six words away"},
      {"Sheinb* W/6 tarif*", {"near1", "near3"}, "wildcards on both sides"},
      {"*baum W/5 arancel?s", {"near2"}, "wherever the sign stands"},
      {"\"Claudia Shein*\" W/5 *fs", {"near1"}, "a wildcard in a phrase"},
  });
}

TEST_F(ComplaintsTest, Pain08_ExactIsExact) {
  expect_all({
      {"=Peña", {"exact1"}, "case and accent as written"},
      {"=Pena", {"exact4"}, "the accent is not put back"},
      {"=peña", {"exact3"}, "two ways to code one letter are one"},
      {"\"quota\"", {"count1", "count2"}, "quotes look for the form, in any case"},
      {"=Quotas", {"count2"}, "not its other forms"},
      {"=quotas", {}, "nor the other case"},
      {"=\"Peña Nieto\"", {"exact1"}, "a phrase"},
  });
}

TEST_F(ComplaintsTest, Pain09_StopWordsDoNotBreakPhrases) {
  expect_all({
      {"\"freedom of information act\"", {"stop1"}, "of is a word like others"},
      {"\"freedom information act\"", {}, "and is not skipped"},
      {"\"under the\"", {"stop1"}, "nothing but such words"},
  });
}

TEST_F(ComplaintsTest, Pain10_AccentsNeedNotBeTypedAndAreNotLost) {
  expect_all({
      {"pena", {"exact1", "exact2", "exact3", "exact4"}, "without the accent, and in NFD"},
      {"PEÑA", {"exact1", "exact2", "exact3", "exact4"}, "in capitals"},
      {"=Thé", {"tea1"}, "tea is not the article"},
      {"=The AND vert", {"tea2"}, "nor the article tea"},
  });
  expect_all({{"thé vert", {"tea1"}, "for the whole query"}, {"the vert", {"tea2"}, "either way"}},
             {"--accents", "exact"});
  EXPECT_EQ(ranked("thé vert").front(), "tea1") << "as typed comes first";
}

TEST_F(ComplaintsTest, Pain11_CaseAndAccentsAreSwitchedApart) {
  expect_all({{"Peña", {"exact1"}, "both"}, {"Pena", {"exact4"}, "both"}},
             {"--case", "exact", "--accents", "exact"});
  expect_all({{"Peña", {"exact1", "exact4"}, "Pena has the same capitals"},
              {"peña", {"exact3"}, "small letters"},
              {"PENA", {"exact2"}, "capitals"}},
             {"--case", "exact"});
  expect_all({{"Peña", {"exact1", "exact2", "exact3"}, "in any case"},
              {"PENA", {"exact4"}, "without the accent"}},
             {"--accents", "exact"});
}

TEST_F(ComplaintsTest, Pain12_WordsWithPunctuationAreFoundAsTyped) {
  expect_all({
      {"COVID-19", {"sign1"}, "a hyphen: its parts side by side"},
      {"3.5", {"sign1"}, "a decimal"},
      {"23.1.2024", {"sign1"}, "a date"},
      {"desk@faro.example", {"sign2"}, "an e-mail"},
      {"l'enfant", {"sign2"}, "an elision, with another apostrophe"},
      {"enfant", {"sign2"}, "what was elided to"},
      {"file_name", {"sign2"}, "an underscore"},
      {"\"No. 23-1732\"", {"sign3"}, "a docket"},
      {"23-1732", {"sign3"}, "its number"},
  });
}

TEST_F(ComplaintsTest, Pain13_WildcardsStandAnywhereAndAreNeverCutShort) {
  expect_all({
      {"*dumping*", {"wild1", "wild2"}, "inside"},
      {"dump*", {"wild2"}, "at the end"},
      {"dump?d", {"wild2"}, "one letter"},
      {"*duty", {"wild1"}, "at the beginning"},
  });
  EXPECT_EQ(page("dump*", {"--max-expansions", "2"})["code"], "Q110") << "not two of the three";
  EXPECT_THAT(note(page("dump*"), "N105"), HasSubstr("3 words: dumped, dumping, dumpster"));
}

TEST_F(ComplaintsTest, Pain14_ErrorsSayWhereAndWhat) {
  struct Fault {
    const char* query;
    const char* code;
    int position;
  };
  constexpr Fault kFaults[] = {
      {"a AND \"b", "Q101", 6},       {"eclipse AND", "Q102", 8}, {"OR eclipse", "Q103", 0},
      {"auhtor:Smith", "Q104", 0},    {"(eclipse", "Q105", 0},    {"a W/ b", "Q113", 2},
      {"date:2024-02-30", "Q106", 5},
  };
  for (const auto& [text, code, position] : kFaults) {
    const auto error = page(text);
    EXPECT_EQ(error["code"], code) << text;
    EXPECT_EQ(error["position"], position) << text;
    EXPECT_FALSE(error["suggestion"].empty()) << text;
    EXPECT_EQ(ask({"search", "--lenient", "--", text}).err.find("error"), std::string::npos)
        << text << ": pasted text can be run all the same";
  }
  folder.write("queries.txt", "eclipse\n\"never closed\ncobalt\n");
  const Outcome batch = ask({"batch", "--count", (folder / "queries.txt").string()});
  EXPECT_EQ(batch.exit_code, 2);
  EXPECT_THAT(batch.err, HasSubstr("queries.txt:2: query error Q101 at 0"));
  EXPECT_THAT(batch.out, HasSubstr("6\teclipse"));
  EXPECT_THAT(batch.out, HasSubstr("3\tcobalt"));
}

TEST_F(ComplaintsTest, Pain14_NoSignOfAPastedTextIsFatal) {
  for (const char* text : {"eclipse!", "(eclipse", "eclipse/", "eclipse:", "\"eclipse", "eclipse\\",
                           "eclipse^", "~ eclipse", "eclipse {", "[eclipse"}) {
    EXPECT_EQ(ids(text, {"--literal"}).size(), 6U) << text;
    EXPECT_EQ(ask({"search", "--lenient", "--", text}).exit_code, 0) << text;
  }
}

TEST_F(ComplaintsTest, Pain15_QuotesThatTheShellAteAreNoticed) {
  // morgue-query 'Peña Nieto' received: the shell hands on two arguments.
  const Outcome phrase = ask({"search", "--ids", "Nieto Peña", "received"});
  EXPECT_EQ(phrase.exit_code, 1) << "the phrase, which nobody wrote in this order";
  EXPECT_THAT(phrase.err, HasSubstr("N121: read as the phrase \"Nieto Peña\""));
  EXPECT_EQ(ask({"count", "Peña Nieto", "received"}).out, "4\n");
  EXPECT_EQ(ask({"count", "Nieto", "Peña", "received"}).out, "4\n") << "words apart are words";
  // morgue-query title:"Glacier melts" glacier
  EXPECT_EQ(ask({"search", "--ids", "title:Glacier melts", "glacier"}).out, "head1\n");
}

TEST_F(ComplaintsTest, Pain17_CountsAgreeWhereverTheyStand) {
  for (const char* text : {"eclipse", "*", "pena", "quota W/3 here", "-eclipse", "nothinglikeit"}) {
    SCOPED_TRACE(text);
    const auto found = page(text, {"--facet", "source,year"});
    EXPECT_EQ(found["total"], ids(text).size());
    EXPECT_EQ(ask({"count", "--", text}).out, found["total"].dump() + "\n");
    for (const auto& [name, rows] : found["facets"].items()) {
      std::size_t sum = found["facets_missing"][name]["count"];
      for (const auto& row : rows) {
        EXPECT_EQ(ids(row["query"]).size(), row["count"]) << row;
        sum += row["count"].get<std::size_t>();
      }
      EXPECT_EQ(sum, found["total"]) << name << ": each article is of one, or of none";
    }
  }
}

TEST_F(ComplaintsTest, Pain18_NoArticleIsLostToItsDate) {
  expect_all({
      {"eclipse date:1000..2999", {"date1", "date2", "date3", "date4", "date5"}, "all years"},
      {"eclipse (date:1000..2999 OR missing:date)",
       {"date1", "date2", "date3", "date4", "date5", "date6"},
       "all articles"},
      {"eclipse date:2024", {"date2", "date3", "date4", "date5"}, "a year alone"},
      {"eclipse date:2024-12-31", {"date2", "date5"}, "its last day, in every time zone"},
      {"eclipse date:2023", {"date1"}, "New Year's Eve is of the old year"},
      {"eclipse missing:date", {"date6"}, "undated: not of the day it was indexed"},
  });
}

TEST_F(ComplaintsTest, Pain22_AWordOfAnyLengthIsFound) {
  std::string arabic;
  for (int i = 0; i < 200; ++i) arabic += "\u0645";
  std::string latin;
  for (int i = 0; i < 30; ++i) latin += "abcdefghij";
  EXPECT_THAT(ids(arabic), ElementsAre("long2")) << "400 bytes";
  EXPECT_THAT(ids("=" + arabic), ElementsAre("long2"));
  EXPECT_THAT(ids(latin), ElementsAre("long1")) << "300 bytes";
  EXPECT_THAT(ids("\"" + latin + " it stands\""), ElementsAre("long1")) << "and has a place";
  EXPECT_THAT(ids(latin + "x"), IsEmpty()) << "one letter more is another word";
}

}  // namespace
}  // namespace morgue::test_support
