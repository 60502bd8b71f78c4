// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_array.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

struct Case {
  const char* bytes;
  std::vector<std::string> titles;
  std::vector<std::string> errors;
  const char* why;
};

const Case kCases[] = {
    {R"([{"title":"a"}, {"title":"b"}])", {"a", "b"}, {}, "an array"},
    {R"([])", {}, {}, "an empty array"},
    {R"({"title":"a"})", {"a"}, {}, "a single object"},
    {R"({"articles":[{"title":"a"},{"title":"b"}]})", {"a", "b"}, {}, "a wrapper"},
    {R"({"status":"ok","total":[1,2],"articles":[{"title":"a"}],"x":[{"title":"b"}],"n":{"y":[]}})",
     {"a", "b"},
     {},
     "all arrays of objects of a wrapper, and nothing else of it"},
    {R"({"noticias":[{"title":"a"}]})", {"a"}, {}, "a wrapper of an unknown name"},
    {R"({"title":"a","entities":[{"title":"b"}]})", {"a"}, {}, "an article with objects in it"},
    {R"({"authors":[{"name":"b"}],"title":"a"})", {"a"}, {}, "an article that begins with them"},
    {"{\n \"title\": \"a\"\n}\n{\n \"title\": \"b\"\n}\n", {"a", "b"}, {}, "objects over lines"},
    {R"([{"title":"a [{\"]"},{"title":"b"}])", {"a [{\"]", "b"}, {}, "brackets in strings"},
    {"[{\"title\":\"a\"},\n{bad},\n7,\n{\"title\":\"b\"}]",
     {"a", "b"},
     {"json-syntax:2", "not-an-object:3"},
     "a bad element does not end the array"},
    {"[{\"title\":\"a\"},\n{\"title\":\"b\"", {"a"}, {"json-syntax:2"}, "cut off in an element"},
    {"[{\"title\":\"a\"},\n", {"a"}, {"json-syntax:2"}, "cut off between elements"},
    {"{\"articles\":[{\"title\":\"a\"}]", {"a"}, {"json-syntax:1"}, "cut off in the wrapper"},
    {"{\"title\":\"a\"", {}, {"json-syntax:1"}, "cut off in the only object"},
    {"oops\n{\"title\":\"a\"}", {"a"}, {"json-syntax:1"}, "something that is no JSON"},
    {"[{\"title\":\"a\"}}, {\"title\":\"b\"}]",
     {"a", "b"},
     {"json-syntax:1"},
     "a bracket too many"},
};

TEST(JsonArray, Reads) {
  for (const auto& [bytes, titles, errors, why] : kCases) {
    SCOPED_TRACE(why);
    const ReadAll all = read_text(bytes, "json");
    EXPECT_EQ(all.values("title"), titles);
    EXPECT_EQ(all.error_codes(), errors);
  }
}

TEST(JsonArray, KnowsTheLineOfEachElement) {
  const ReadAll all = read_text("[\n{\"title\":\n\"a\"},\n\n{\"title\":\"b\"}]", "json");
  ASSERT_EQ(all.records.size(), 2U);
  EXPECT_EQ(all.records[0].at.line, 2U);
  EXPECT_EQ(all.records[1].at.line, 5U);
}

TEST(JsonArray, PassesOverAnElementThatIsTooLong) {
  ReadOptions options;
  options.max_record_bytes = 30;
  const ReadAll all = read_text(
      "[{\"title\":\"" + std::string(100, 'x') + "\"},\n{\"title\":\"b\"}]", "json", options);
  EXPECT_THAT(all.error_codes(), testing::ElementsAre("too-long:1"));
  EXPECT_THAT(all.values("title"), testing::ElementsAre("b"));
}

rc::Gen<nlohmann::json> any_object() {
  const auto text = rc::gen::container<std::string>(
      rc::gen::element('a', '"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n'));
  return rc::gen::apply(
      [](const std::string& title, const std::vector<std::string>& list, int number) {
        return nlohmann::json{{"title", title}, {"list", list}, {"x", {{"n", number}}}};
      },
      text, rc::gen::container<std::vector<std::string>>(text), rc::gen::arbitrary<int>());
}

// Cutting first and parsing then gives what parsing the whole gives, however the bytes arrive.
TEST(JsonArray, CutsTheRecordsThatTheWholeHolds) {
  EXPECT_TRUE(rc::check([] {
    const auto objects = *rc::gen::container<std::vector<nlohmann::json>>(any_object());
    const int indent = *rc::gen::inRange(-1, 3);
    nlohmann::json whole = nlohmann::json::array();
    for (const nlohmann::json& object : objects) whole.push_back(object);
    const bool wrapped = *rc::gen::arbitrary<bool>();
    const std::string bytes = wrapped
                                  ? nlohmann::json{{"total", 1}, {"articles", whole}}.dump(indent)
                                  : whole.dump(indent);
    const auto step = *rc::gen::inRange<std::size_t>(1, 20);
    JsonArrayReader reader(std::make_unique<MemorySource>(bytes, step), "test", {});
    std::vector<nlohmann::json> found;
    while (auto chunk = reader.next()) {
      RC_ASSERT(chunk->has_value());
      found.push_back(nlohmann::json::parse((*chunk)->bytes));
    }
    const bool is_record = wrapped && objects.empty();  // {"articles": []} has no records to wrap
    RC_ASSERT((is_record ? found.size() == 1 : found == objects));
  }));
}

}  // namespace
}  // namespace morgue
