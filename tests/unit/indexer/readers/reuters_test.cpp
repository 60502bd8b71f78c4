// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/reuters.h"

#include <string>

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

constexpr const char* kStory = R"(<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="16321" NEWID="1001">
<DATE> 3-MAR-1987 09:18:21.26&#9;&#9;F</DATE>
<TOPICS><D>tin</D><D>lead</D></TOPICS>
<PLACES><D>bolivia</D></PLACES>
<PEOPLE></PEOPLE>
<ORGS></ORGS>
<EXCHANGES></EXCHANGES>
<COMPANIES></COMPANIES>
<UNKNOWN>
&#5;&#5;&#5;M
&#22;&#22;&#1;f0001&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>TIN &lt;TN> MINES REOPEN</TITLE>
<AUTHOR>    By Ana Example</AUTHOR>
<DATELINE>    LA PAZ, March 3 - </DATELINE><BODY>The mines reopened
on Tuesday, at &lt;Example Corp>.
    Miners said A &amp; B were glad.&#127;
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
)";

std::string story(const std::string& number, const std::string& text) {
  return "<REUTERS NEWID=\"" + number + "\">\n<DATE>1-JAN-1987</DATE>\n" + text + "\n</REUTERS>\n";
}

TEST(Reuters, ReadsAllFields) {
  const ReadAll all = read_text(kStory, "reuters");
  ASSERT_THAT(all.error_codes(), ElementsAre());
  ASSERT_EQ(all.records.size(), 1U);
  const RawRecord& record = all.records[0];
  EXPECT_EQ(record.at.line, 2U);
  const std::pair<const char*, const char*> fields[] = {
      {"id", "1001"},
      {"oldid", "16321"},
      {"lewissplit", "TRAIN"},
      {"cgisplit", "TRAINING-SET"},
      {"topics_attribute", "YES"},
      {"source", "Reuters"},
      {"date", " 3-MAR-1987 09:18:21.26\t\tF"},
      {"title", "TIN <TN> MINES REOPEN"},
      {"author", "    By Ana Example"},
      {"dateline", "    LA PAZ, March 3 - "},
      {"unknown", "\nM\nf0001reute"},
      {"topics", "tin"},
      {"places", "bolivia"},
      {"people", "-"},
      {"text_type", "-"},
      {"body",
       "The mines reopened\non Tuesday, at <Example Corp>.\n\nMiners said A & B were glad."},
  };
  for (const auto& [name, value] : fields) EXPECT_EQ(ReadAll::value(record, name), value) << name;
  for (const RawField& field : record.fields) {
    EXPECT_EQ(field.values.size(), field.name == "topics" ? 2U : 1U) << field.name;
  }
}

struct TextCase {
  const char* text;
  const char* body;
  const char* why;
};

constexpr TextCase kTexts[] = {
    {"<TEXT TYPE=\"UNPROC\">&#2;\n CORRECTION: read 5 > 4 &lt; 6\n Reuter\n&#3;</TEXT>",
     "CORRECTION: read 5 > 4 < 6", "the text of an unprocessed story"},
    {"<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>T</TITLE>Blah blah blah.\n&#3;\n</TEXT>", "-",
     "a brief is its headline"},
    {"<TEXT TYPE=\"BRIEF\"><TITLE>T</TITLE>Blah blah blah. No, more.</TEXT>",
     "Blah blah blah. No, more.", "only the filler is dropped"},
    {"<TEXT><BODY>Mr Reuter\nmet Reuter\n</BODY></TEXT>", "Mr Reuter\nmet Reuter",
     "a sign-off is a line of its own"},
    {"<TEXT><TITLE>T</TITLE><BODY>a &nosuch; &amp &#; b</BODY></TEXT>", "a &nosuch; &amp &#; b",
     "what is no reference stays"},
    {"<TEXT><BODY>&lt;TITLE>no&lt;/TITLE> <TITLE>nor this</TITLE></BODY></TEXT>",
     "<TITLE>no</TITLE> <TITLE>nor this</TITLE>", "a body may hold anything"},
};

TEST(Reuters, TakesTheTextOfEveryKindOfStory) {
  for (const auto& [text, body, why] : kTexts) {
    SCOPED_TRACE(why);
    const ReadAll all = read_text(story("1", text), "reuters");
    ASSERT_EQ(all.records.size(), 1U);
    EXPECT_EQ(ReadAll::value(all.records[0], "body"), body);
  }
}

TEST(Reuters, NamesBadStretchesAndGoesOn) {
  const std::string bytes = story("1", "<TEXT>a</TEXT>") + "stray\n" +
                            "<REUTERS NEWID=\"2\">\n<TEXT>cut\n" + story("3", "<TEXT>c</TEXT>") +
                            "<REUTERS OLDID=\"4\">\n</REUTERS>\n<REUTERS NEWID=\"5\">\n";
  const ReadAll all = read_text(bytes, "reuters");
  EXPECT_THAT(all.values("id"), ElementsAre("1", "3"));
  EXPECT_THAT(all.error_codes(),
              ElementsAre("sgml-stray:5", "sgml-unclosed:6", "no-newid:12", "sgml-unclosed:14"));
}

}  // namespace
}  // namespace morgue
