// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/database_export.h"

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

const std::string kNexis = R"(

                               1 of 2 DOCUMENTS


                              The Ostermere Herald

                            January 5, 2010 Tuesday
                              Late Edition - Final

Harbour Board Raises Fees, First
in Nine Years

BYLINE: By ANN ROE

SECTION: Section A; Pg. 1

LENGTH: 45 words

DATELINE: OSTERMERE

The harbour board voted on Tuesday to raise
its fees.

   "It had to be," said the chairman: a note.

LOAD-DATE: January 5, 2010

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: The harbour.

                 Copyright 2010 The Ostermere Herald Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS

                 Copyright 2009 Gull Press
                              All Rights Reserved

                            Gull Daily

                 Sunday, March 1, 2009

HEADLINE: Second one

BODY:
Text of the second.
)";

TEST(Nexis, ReadsAnExport) {
  for (const std::size_t step : {1U, 100'000U}) {
    const ReadAll all = read_text(kNexis, step == 1 ? "nexis" : "", {}, step);
    EXPECT_THAT(all.values("title"),
                ElementsAre("Harbour Board Raises Fees, First in Nine Years", "Second one"));
    EXPECT_THAT(all.values("source"), ElementsAre("The Ostermere Herald", "Gull Daily"));
    EXPECT_THAT(all.values("date"),
                ElementsAre("January 5, 2010 Tuesday", "Sunday, March 1, 2009"));
    EXPECT_THAT(all.values("edition"), ElementsAre("Late Edition - Final", "-"));
    EXPECT_THAT(all.values("byline"), ElementsAre("By ANN ROE", "-"));
    EXPECT_THAT(all.values("graphic"), ElementsAre("PHOTO: The harbour.", "-"));
    EXPECT_THAT(all.values("lang"), ElementsAre("ENGLISH", "-"));
    EXPECT_THAT(all.values("body"),
                ElementsAre("The harbour board voted on Tuesday to raise\nits fees.\n\n\"It had to "
                            "be,\" said the chairman: a note.",
                            "Text of the second."));
    EXPECT_THAT(all.values("copyright"),
                ElementsAre("Copyright 2010 The Ostermere Herald Company All Rights Reserved",
                            "Copyright 2009 Gull Press All Rights Reserved"));
    EXPECT_EQ(all.records.at(0).at.line, 3U);
  }
}

const std::string kCoded = R"(HD
Harbour board raises fees
BY
By Ann Roe
WC
245 words
PD
5 January 2010
SN
The Ostermere Herald
LA
English

LP
The harbour board voted.

TD
IN the end it was close.

Fishermen protested.

CO
osthb : Ostermere Harbour Board | glp : Gull Press
AN
Document OSTH000020100105e61500abc

Search Summary
Text      harbour
)";

const std::string kPlain = R"(Harbour board raises fees
By Ann Roe
245 words
5 January 2010
The Ostermere Herald
OSTH
12
English
(c) 2010 The Ostermere Herald

The harbour board voted.

IN the end it was close.

Fishermen protested.

Document OSTH000020100105e61500abc

Second story
1,245 words
6 January 2010
10:15 GMT
Gull Daily
GULL
English
(c) 2010 Gull

Body two.

Document GULL000020100106e61500abd

(c) 2010 Factiva, Inc. All rights reserved.
)";

TEST(Factiva, ReadsPartsWithAndWithoutNames) {
  const ReadAll coded = read_text(kCoded, "");
  const ReadAll plain = read_text(kPlain, "");
  ASSERT_EQ(coded.records.size(), 1U);
  ASSERT_EQ(plain.records.size(), 2U);
  for (const char* field : {"id", "title", "byline", "date", "source", "lang", "words", "body"}) {
    EXPECT_EQ(ReadAll::value(coded.records[0], field), ReadAll::value(plain.records[0], field))
        << field;
  }
  EXPECT_THAT(coded.values("id"), ElementsAre("OSTH000020100105e61500abc"));
  EXPECT_THAT(coded.values("body"), ElementsAre("The harbour board voted.\n\nIN the end it was "
                                                "close.\n\nFishermen protested."));
  EXPECT_THAT(coded.values("companies"), ElementsAre("Ostermere Harbour Board"));
  EXPECT_THAT(plain.values("source"), ElementsAre("The Ostermere Herald", "Gull Daily"));
  EXPECT_THAT(plain.values("title"), ElementsAre("Harbour board raises fees", "Second story"));
}

TEST(Factiva, AnArticleWithoutEndIsRead) {
  const ReadAll all = read_text(kPlain.substr(0, kPlain.find("\nDocument GULL")), "factiva");
  EXPECT_THAT(all.values("body"), ElementsAre(testing::_, "Body two."));
}

TEST(DatabaseExport, IsToldByItsOwnLines) {
  EXPECT_FALSE(NexisReader::looks_like("1 of 2 documents was lost\n"));
  EXPECT_TRUE(NexisReader::looks_like("\n 1 of 1 DOCUMENT\n"));
  EXPECT_FALSE(FactivaReader::looks_like("He wrote\n245 words\nand stopped.\n"));
  ReadOptions options;
  options.max_record_bytes = 300;
  EXPECT_THAT(read_text(kNexis, "nexis", options).error_codes(), ElementsAre("too-long:3"));
}

}  // namespace
}  // namespace morgue
