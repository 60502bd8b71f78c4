// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/trec.h"

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

const std::string kAgency =
    "<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<FILEID>AP-NR-02-12-88</FILEID>\n"
    "<HEAD>Harbour Board Raises Fees</HEAD>\n<BYLINE>By ANN ROE</BYLINE>\n"
    "<DATELINE>OSTERMERE (AP) </DATELINE>\n<TEXT>\n   The board voted to raise\nits fees at "
    "A&amp;B.\n"
    "   Fishermen protested: 3 < 4.\n</TEXT>\n<TEXT>\n   More.\n</TEXT>\n</DOC>\n";
const std::string kPaper =
    "<DOC>\n<DOCNO> LA010289-0007 </DOCNO>\n<DATE>\n<P>\nJanuary 2, 1989, Monday, Home "
    "Edition\n</P>\n"
    "</DATE>\n<HEADLINE>\n<P>\nHARBOUR BOARD\n</P>\n<P>\nRAISES FEES\n</P>\n</HEADLINE>\n"
    "<TEXT>\n<P>\nThe board voted.\n</P>\n<P>\nMore.\n</P>\n</TEXT>\n</DOC>\n";
const std::string kGigaword =
    "<DOC id=\"AFP_ENG_19940512.0001\" type=\"story\" >\n<HEADLINE>\nGull counts "
    "rise\n</HEADLINE>\n"
    "<TEXT>\n<P>\nGulls.\n</P>\n</TEXT>\n</DOC>\n";

TEST(Trec, ReadsTheCollections) {
  const ReadAll all = read_text(kAgency + kPaper + kGigaword, "");
  EXPECT_THAT(all.values("id"),
              ElementsAre("AP880212-0001", "LA010289-0007", "AFP_ENG_19940512.0001"));
  EXPECT_THAT(all.values("title"), ElementsAre("Harbour Board Raises Fees",
                                               "HARBOUR BOARD RAISES FEES", "Gull counts rise"));
  EXPECT_THAT(all.values("date"),
              ElementsAre("1988-02-12", "January 2, 1989, Monday, Home Edition", "1994-05-12"));
  EXPECT_THAT(all.values("source"),
              ElementsAre("Associated Press", "Los Angeles Times", "Agence France-Presse"));
  EXPECT_THAT(all.values("body"),
              ElementsAre("The board voted to raise\nits fees at A&B.\n\nFishermen protested: 3 < "
                          "4.\n\nMore.",
                          "The board voted.\n\nMore.", "Gulls."));
  EXPECT_THAT(all.values("fileid"), ElementsAre("AP-NR-02-12-88", "-", "-"));
}

TEST(Trec, AnIdTellsTheDay) {
  const std::pair<const char*, const char*> cases[] = {
      {"AP880212-0001", "1988-02-12"},
      {"WSJ870324-0001", "1987-03-24"},
      {"FT911-3", "-"},
      {"FT931-11", "-"},
      {"LA010289-0001", "1989-01-02"},
      {"NYT19980601.0001", "1998-06-01"},
      {"123456", "-"},
      {"FBIS3-1", "-"},
  };
  for (const auto& [id, date] : cases) {
    const std::string text = "<DOC>\n<DOCNO>" + std::string(id) + "</DOCNO>\n</DOC>\n";
    EXPECT_THAT(read_text(text, "trec").values("date"), ElementsAre(date)) << id;
  }
}

TEST(Trec, WhatIsBrokenIsSaidSo) {
  const ReadAll all = read_text(kAgency + "stray\n<DOC>\n<DOCNO>1</DOCNO>\n" + kPaper, "trec");
  EXPECT_THAT(all.error_codes(), ElementsAre("sgml-stray:16", "sgml-unclosed:17"));
  EXPECT_EQ(all.records.size(), 2U);
  EXPECT_THAT(read_text("<DOC>\n<DOCNO>1", "trec").error_codes(), ElementsAre("sgml-unclosed:1"));
}

}  // namespace
}  // namespace morgue
