// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/mail.h"

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kMessage =
    "Received: from a.example by b.example; Mon, 5 Jan 2015 10:11:12 +0000\n"
    "From: Ann Roe <ann@gull.example>\nTo: desk@gull.example, Bo <bo@gull.example>\n"
    "Subject: =?UTF-8?Q?Caf=C3=A9_fees?=\nDate: Mon, 5 Jan 2015 23:11:12 -0800\n"
    "Message-ID: <1@gull.example>\nMIME-Version: 1.0\n";

TEST(Mail, ReadsAMessage) {
  const ReadAll all = read_text(
      kMessage +
          "Content-Type: text/plain; charset=iso-8859-1\n"
          "Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 is open.\n>From now on.\n",
      "");
  ASSERT_EQ(all.records.size(), 1U);
  const struct {
    const char* field;
    const char* value;
  } expected[] = {{"id", "1@gull.example"},
                  {"title", "Caf\u00E9 fees"},
                  {"date", "Mon, 5 Jan 2015 23:11:12 -0800"},
                  {"byline", "Ann Roe"},
                  {"from", "ann@gull.example"},
                  {"to", "desk@gull.example"},
                  {"body", "The caf\u00E9 is open.\n>From now on."}};
  for (const auto& [field, value] : expected) {
    EXPECT_EQ(ReadAll::value(all.records.front(), field), value) << field;
  }
}

TEST(Mail, MendsWhatWasEncodedTwice) {
  const ReadAll all = read_text(
      "From: Ann <a@gull.example>\nSubject: =?windows-1252?Q?The_port=E2=80=99s_fees?=\n"
      "Date: Mon, 5 Jan 2015 23:11:12 -0800\nMIME-Version: 1.0\n"
      "Content-Type: text/plain; charset=utf-8\n\nThe caf\u00C3\u00A9 is open.\n",
      "");
  ASSERT_EQ(all.records.size(), 1U);
  EXPECT_EQ(ReadAll::value(all.records.front(), "title"), "The port\u2019s fees");
  EXPECT_EQ(ReadAll::value(all.records.front(), "body"), "The caf\u00E9 is open.");
  EXPECT_EQ(all.records.front().repaired_bytes, 2U);
}

TEST(Mail, TakesThePlainTextOfAMessageOfManyParts) {
  const ReadAll all = read_text(
      kMessage +
          "Content-Type: multipart/mixed; boundary=M\n\n"
          "--M\nContent-Type: multipart/alternative; boundary=A\n\n"
          "--A\nContent-Type: text/plain\n\nPlain.\n--A\nContent-Type: text/html\n\n<p>Marked</p>\n"
          "--A--\n"
          "--M\nContent-Type: image/png; name=gull.png\nContent-Transfer-Encoding: base64\n\niVBO\n"
          "--M\nContent-Type: message/rfc822\n\nSubject: Before\nFrom: x@y.example\n\nForwarded.\n"
          "--M--\n",
      "");
  EXPECT_THAT(all.values("body"), ElementsAre("Plain.\n\nBefore\n\nForwarded."));
  EXPECT_THAT(all.values("attachments"), ElementsAre("gull.png"));
}

TEST(Mail, TakesTheTextOfHtmlWhenThatIsAll) {
  const ReadAll all =
      read_text(kMessage + "Content-Type: text/html\n\n<p>One</p><p>Two &amp; three</p>\n", "");
  EXPECT_THAT(all.values("body"), ElementsAre("One\n\nTwo & three"));
}

TEST(Mail, AMailboxIsCutIntoItsMessages) {
  const std::string mailbox = "From ann@x Mon Jan  5 10:11:12 2015\n" + kMessage +
                              "\nOne.\n\n>From here on.\n\nFrom here it is text.\n\n"
                              "From bo@x Tue Jan  6 10:11:12 2015\n" +
                              kMessage + "\nTwo.\n";
  for (const std::size_t step : {1U, 17U, 100'000U}) {
    const ReadAll all = read_text(mailbox, "mail", {}, step);
    EXPECT_THAT(all.values("body"),
                ElementsAre("One.\n\nFrom here on.\n\nFrom here it is text.", "Two."));
    EXPECT_EQ(all.records.at(1).at.line, 16U);
  }
}

TEST(Mail, IsToldByItsHeader) {
  EXPECT_TRUE(MailReader::looks_like(kMessage + "\ntext"));
  EXPECT_TRUE(MailReader::looks_like("   \n\n" + kMessage + "\ntext"));
  EXPECT_FALSE(MailReader::looks_like("Subject: a poem\n\nRoses"));
  EXPECT_FALSE(
      MailReader::looks_like("Title: x\nFrom: the beginning\nDate: then, now it is\nand so"));
  EXPECT_FALSE(MailReader::looks_like("From here: 10:20 a train\nleaves"));
}

TEST(Mail, WhatIsTooLongIsSaidSo) {
  ReadOptions options;
  options.max_record_bytes = 600;
  const ReadAll all =
      read_text("From a@b Mon Jan  5 10:11:12 2015\n" + kMessage + "\n" + std::string(400, 'x') +
                    "\n\nFrom a@b Mon Jan  5 10:11:12 2015\n" + kMessage + "\nTwo.\n",
                "mail", options);
  EXPECT_THAT(all.error_codes(), ElementsAre("too-long:1"));
  EXPECT_THAT(all.values("body"), ElementsAre("Two."));
  EXPECT_THAT(read_text("", "mail").records, IsEmpty());
}

}  // namespace
}  // namespace morgue
