// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_lines.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using Kind = RawField::Kind;

struct ValueCase {
  const char* json;
  Kind kind;
  std::vector<std::string> values;
  const char* why;
};

const ValueCase kValues[] = {
    {R"("text")", Kind::Text, {"text"}, "a string"},
    {R"("a\u00f1o\n\"")", Kind::Text, {"a\u00f1o\n\""}, "escapes are decoded"},
    {R"("\ud83d\ude00")", Kind::Text, {"\U0001F600"}, "a surrogate pair is one character"},
    {R"(["a", "b"])", Kind::List, {"a", "b"}, "an array of strings"},
    {R"([])", Kind::List, {}, "an empty array is a list of nothing"},
    {R"(12.50)", Kind::Json, {"12.50"}, "a number as given"},
    {R"(true)", Kind::Json, {"true"}, "a boolean"},
    {R"({"a": [1,  2]})", Kind::Json, {R"({"a": [1,  2]})"}, "an object as given"},
    {R"(["a", 1])", Kind::Json, {R"(["a", 1])"}, "an array of anything else"},
};

TEST(JsonLines, KeepsTheKindsOfValues) {
  for (const auto& [json, kind, values, why] : kValues) {
    SCOPED_TRACE(why);
    const ReadAll all = read_text(R"({"id":"1","x":)" + std::string(json) + "}\n", "jsonl");
    ASSERT_EQ(all.records.size(), 1U);
    ASSERT_EQ(all.records[0].fields.size(), 2U);
    EXPECT_EQ(all.records[0].fields[1].name, "x");
    EXPECT_EQ(all.records[0].fields[1].kind, kind);
    EXPECT_EQ(all.records[0].fields[1].values, values);
  }
}

struct BadCase {
  std::string lines;
  std::vector<std::string> titles;
  std::vector<std::string> errors;
  const char* why;
};

std::string nested(int depth) {
  return R"({"title":"deep","x":)" + std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']') + "}";
}

const BadCase kBad[] = {
    {"{\"title\":\"a\"}\n{\"title\":\"b\n{\"title\":\"c\"}\n",
     {"a", "c"},
     {"json-syntax:2"},
     "a line that is cut off"},
    {"{\"title\":\"a\"}\n\n \t\r\n{\"title\":\"b\"}", {"a", "b"}, {}, "blank lines are skipped"},
    {"[1]\n7\n\"a\"\n{\"title\":\"b\"}\n",
     {"b"},
     {"not-an-object:1", "not-an-object:2", "not-an-object:3"},
     "JSON, but no object"},
    {"{\"title\":\"a\"} x\n", {}, {"json-syntax:1"}, "something behind the object"},
    {"{\"title\" \"a\"}\n{\"title\":}\n{title:\"a\"}\n{\"title\":\"a\",}\n{1:2}\n",
     {},
     {"json-syntax:1", "json-syntax:2", "json-syntax:3", "json-syntax:4", "json-syntax:5"},
     "signs missing or too many"},
    {"{\"title\":1e999}\n", {}, {"json-syntax:1"}, "a number beyond all numbers"},
    {nested(99) + "\n" + nested(100) + "\n", {"deep"}, {"too-deep:2"}, "nesting has a limit"},
    {nested(1'000'000) + "\n{\"title\":\"b\"}\n", {"b"}, {"too-deep:1"}, "and no stack overflows"},
    {"{\"title\":\"null\",\"x\":null}\n", {"null"}, {}, "null is no value"},
    {std::string(5'000'000, 'x') + "\n{\"title\":\"b\"}\n",
     {"b"},
     {"json-syntax:1"},
     "5 MB that are no JSON"},
    {"{\"title\":\"" + std::string(5'000'000, 'x') + "\"}\n",
     {std::string(5'000'000, 'x')},
     {},
     "5 MB of title"},
};

TEST(JsonLines, NamesEachBadLineAndGoesOn) {
  for (const auto& [lines, titles, errors, why] : kBad) {
    SCOPED_TRACE(why);
    const ReadAll all = read_text(lines, "jsonl");
    EXPECT_TRUE(all.values("title") == titles);  // without printing 5 MB
    EXPECT_EQ(all.error_codes(), errors);
  }
}

TEST(JsonLines, SaysWhereInTheRecord) {
  const ReadAll all = read_text("{\"title\": oops}\n", "jsonl");
  ASSERT_EQ(all.errors.size(), 1U);
  EXPECT_THAT(all.errors[0].error.message, testing::HasSubstr("byte 11 of the record"));
}

TEST(JsonLines, RepairsWhatIsNotUtf8) {
  const ReadAll all = read_text(
      "{\"title\":\"Pe\xf1"
      "a\"}\n{\"title\":\"ok\"}\n",
      "jsonl");
  EXPECT_THAT(all.values("title"), ElementsAre("Pe\u00f1a", "ok"));
  EXPECT_EQ(all.records[0].repaired_bytes, 1U);
  EXPECT_EQ(all.records[1].repaired_bytes, 0U);
}

TEST(JsonLines, RepairsHalfASurrogatePair) {
  const ReadAll all = read_text(R"({"title":"a\ud83d b\\ud83d \ud83d\ude00"})", "jsonl");
  EXPECT_THAT(all.values("title"), ElementsAre("a\uFFFD b\\ud83d \U0001F600"));
  EXPECT_EQ(all.records[0].repaired_bytes, 1U);
}

TEST(JsonLines, DropsNulBytes) {
  const ReadAll all = read_text(std::string("{\"title\":\"a\0b\"}\n", 16), "jsonl");
  EXPECT_THAT(all.values("title"), ElementsAre("ab"));
  EXPECT_EQ(all.records[0].repaired_bytes, 1U);
}

TEST(JsonLines, TakesTheMainFormOfATextThatHasSeveral) {
  const ReadAll all = read_text(
      R"({"headlines":[{"role":"short","value":"Fees"},{"role":"main","value":"Fees rise"}],)"
      R"("bodies":[{"contenttype":"text/html","value":"<p>The board voted.</p>"}]})"
      "\n"
      R"({"headlines":[{"value":"Only one"}],"bodies":[{"role":"x","value":"Plain."}]})"
      "\n"
      R"({"headlines":["a"],"bodies":{"value":"b"},"title":"c"})"
      "\n"
      R"({"title":"d","bodies":[{"contentType":"text/vnd.IPTC.NITF","value":)"
      R"("<?xml version=\"1.0\"?><nitf><head><title>d</title></head><body><body.content>)"
      R"(<p>A vote &amp; a row.</p><p>Gulls.</p></body.content></body></nitf>"}]})"
      "\n"
      R"({"title":"e","bodies":[{"contentType":"application/nitf+xml","value":"1 < 2"}]})"
      "\n",
      "jsonl");
  EXPECT_EQ(all.values("headline"),
            (std::vector<std::string>{"Fees rise", "Only one", "-", "-", "-"}));
  EXPECT_EQ(all.values("body_html"),
            (std::vector<std::string>{"<p>The board voted.</p>", "-", "-", "-", "-"}));
  EXPECT_EQ(all.values("body"),
            (std::vector<std::string>{"-", "Plain.", "-", "A vote & a row.\n\nGulls.", "1 < 2"}));
}

}  // namespace
}  // namespace morgue
