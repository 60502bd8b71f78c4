// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/iptc7901.h"

#include <string>

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

const std::string kMessage =
    "\x01xyz0062 4 i 211 ccccb   anp 061\r\n\nOstermere/harbour/\r\n"
    "\x02"
    "1ST LEAD\r\nHarbour board raises fees,\r\nfirst in nine years\r\n"
    "By Priya Hallett and Tom Weir =\r\n\n"
    "   Ostermere (anp) - The harbour board voted on Tuesday\r\nto raise its fees.\r\n\n"
    "   Fishermen protested.\r\n\n"
    "The following information is not for publication\r\n- Editing by: J. Roe\r\n\n"
    "\x03"
    "131137 GMT Nov 13 \r\n\x7f\n\x7f\x04";

TEST(Iptc7901, ReadsAMessage) {
  const ReadAll all = read_text(kMessage, "");
  ASSERT_EQ(all.records.size(), 1U);
  const struct {
    const char* field;
    const char* value;
  } expected[] = {{"title", "Harbour board raises fees, first in nine years"},
                  {"byline", "By Priya Hallett and Tom Weir"},
                  {"date", "13 Nov 2013"},
                  {"source", "anp"},
                  {"slug", "Ostermere/harbour/"},
                  {"wire-category", "i"},
                  {"number", "xyz0062"},
                  {"flag", "1ST LEAD"}};
  for (const auto& [field, value] : expected) {
    EXPECT_EQ(ReadAll::value(all.records.front(), field), value) << field;
  }
  EXPECT_TRUE(ReadAll::value(all.records.front(), "body").ends_with("Fishermen protested."));
  EXPECT_TRUE(ReadAll::value(all.records.front(), "notes").ends_with("J. Roe"));
}

TEST(Iptc7901, MessagesFollowEachOther) {
  const ReadAll all = read_text(kMessage + "\n\n" + kMessage, "iptc7901");
  EXPECT_EQ(all.records.size(), 2U);
  for (const std::size_t step : {1U, 13U}) {
    EXPECT_EQ(read_text(kMessage + kMessage, "iptc7901", {}, step).records.size(), 2U);
  }
}

TEST(Iptc7901, WhatIsMissingIsNotThere) {
  const ReadAll all = read_text("\x01\x02Only a text, without an end", "");
  ASSERT_EQ(all.records.size(), 1U);
  EXPECT_THAT(all.values("body"), ElementsAre("Only a text, without an end"));
  EXPECT_THAT(all.values("title"), ElementsAre("-"));
  EXPECT_THAT(all.values("date"), ElementsAre("-"));
  ReadOptions options;
  options.max_record_bytes = 100;
  EXPECT_THAT(read_text(kMessage, "iptc7901", options).error_codes(), ElementsAre("too-long:1"));
}

}  // namespace
}  // namespace morgue
