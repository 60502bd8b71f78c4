// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/watch_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/base/index_error.h"
#include "indexer/watch_list_file.h"

namespace morgue {
namespace {

using testing::HasSubstr;

constexpr const char* kList =
    "type,name,aliases,anycase\n"
    "company,Pemex,Petróleos Mexicanos|PMX\n"
    "ship,Ever Given,,\n"
    "ship,Ever Given Two,,\n"
    "commodity,crude oil,,\n"
    "commodity,Brent,,yes\n"
    "org,Petróleos,,\n"
    "person,\"Sheinbaum, Claudia\",Claudia Sheinbaum,\n";

/// The text with each mention of a facet ("" for people, organisations and places) in brackets, and
/// the name it is of.
std::string marked(const WatchList& list, std::string_view text, std::string_view facet) {
  Analyzer analyzer;
  TokenList tokens;
  analyzer.analyze(text, tokens);
  std::vector<Mention> mentions;
  list.find(TextPart::Body, text, tokens.tokens(), mentions);
  std::string out;
  std::size_t at = 0;
  for (const Mention& mention : mentions) {
    EXPECT_EQ(mention.source, MentionSource::WatchList);
    if (mention.facet != facet) continue;
    out += std::string(text.substr(at, mention.bytes.begin - at)) + "[" +
           std::string(mention.bytes.of(text)) + "=" + mention.name + "]";
    at = mention.bytes.end;
  }
  return out + std::string(text.substr(at));
}

TEST(WatchList, FindsNamesAndAliasesByTheirWords) {
  const struct {
    const char* facet;
    const char* text;
    const char* marked;
    const char* why;
  } cases[] = {
      {"company", "PEMEX and Pemex", "[PEMEX=Pemex] and [Pemex=Pemex]", "case is folded"},
      {"company", "pemex", "pemex", "a name with capitals needs one"},
      {"company", "Petroleos Mexicanos", "[Petroleos Mexicanos=Pemex]", "accents are folded"},
      {"", "Petróleos Mexicanos", "[Petróleos=Petróleos] Mexicanos", "types do not contend"},
      {"company", "Pemex's debt", "[Pemex=Pemex]'s debt", "a possessive"},
      {"company", "Pemexes", "Pemexes", "whole words"},
      {"ship", "the Ever Given Two ran", "the [Ever Given Two=Ever Given Two] ran", "the longest"},
      {"ship", "the Ever Given too", "the [Ever Given=Ever Given] too", "what is not longer"},
      {"ship", "the Ever", "the Ever", "not a beginning"},
      {"commodity", "crude oil, CRUDE OIL", "[crude oil=crude oil], [CRUDE OIL=crude oil]",
       "a name without capitals needs none"},
      {"commodity", "brent", "[brent=Brent]", "anycase"},
      {"", "Claudia Sheinbaum", "[Claudia Sheinbaum=Sheinbaum, Claudia]", "an alias"},
  };
  const auto list = read_watch_list(kList, "list.csv");
  for (const auto& test : cases) {
    EXPECT_EQ(marked(*list, test.text, test.facet), test.marked) << test.why;
  }
}

TEST(WatchList, TablesAsPeopleWriteThem) {
  for (const char* csv :
       {"\xEF\xBB\xBFName;Type\r\nEver Given;Ship\r\n", "type\tname\nship\tEver Given\n",
        "type,name\n\n,\nship,\"Ever Given\""}) {
    const auto list = read_watch_list(csv, "list.csv");
    EXPECT_EQ(marked(*list, "Ever Given", "ship"), "[Ever Given=Ever Given]") << csv;
    EXPECT_EQ(list->facets(), std::vector<std::string>{"ship"});
  }
  EXPECT_TRUE(read_watch_list("type,name\n", "list.csv")->empty());
}

std::string message_of(const std::string& csv) {
  try {
    read_watch_list(csv, "list.csv");
  } catch (const IndexError& error) {
    EXPECT_EQ(error.code(), ExitCode::Usage);
    return error.what();
  }
  return "no error";
}

TEST(WatchList, ErrorsNameTheLine) {
  const struct {
    const char* rows;
    const char* message;
  } cases[] = {
      {",Pemex", "list.csv:2: has no type"},
      {"ship,", "list.csv:2: has no name"},
      {"\nship,\"Ever\nGiven\"\nsource,Y", "list.csv:5: \"source\" is a field"},
      {"two words,X", "list.csv:2: \"two words\" is no type"},
      {"misc,X", "list.csv:2: \"misc\" is no type to look for"},
      {"ship,A,B,perhaps", "list.csv:2: anycase is yes or no, not \"perhaps\""},
      {"ship,A,B,no,C", "list.csv:2: has 5 cells where the first row has 4"},
      {"ship,...", "list.csv:2: \"...\" has no word"},
      {"ship,A,X\nship,B,x", "list.csv:3: \"x\" stands for A already (line 2)"},
      {"person,Washington\nplace,Washington", "list.csv:3: \"Washington\" stands for Washington"},
      {"ship,\xFF", "list.csv:1: is not UTF-8"},
  };
  for (const auto& test : cases) {
    EXPECT_THAT(message_of(std::string("type,name,aliases,anycase\n") + test.rows),
                HasSubstr(test.message));
  }
  EXPECT_THAT(message_of(""), HasSubstr("list.csv:1: is empty"));
  EXPECT_THAT(message_of("name,kind\n"), HasSubstr("list.csv:1: no column is called \"kind\""));
  EXPECT_EQ(message_of("type,name,aliases\nship,A,X\ncompany,A,X\n"), "no error")
      << "types of one's own do not contend";
}

}  // namespace
}  // namespace morgue
