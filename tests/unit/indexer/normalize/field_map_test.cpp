// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/field_map.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr const char* kPath = "Herald/1987/01/12/story.txt.gz";

struct GuessCase {
  const char* name;
  ArticleField field;
};

constexpr GuessCase kGuesses[] = {
    {"title", ArticleField::Title},
    {"Headline", ArticleField::Title},
    {"article_title", ArticleField::Title},
    {"article-title", ArticleField::Title},
    {"ARTICLE TITLE", ArticleField::Title},
    {"articleTitle", ArticleField::Title},
    {"Text", ArticleField::Body},
    {"content", ArticleField::Body},
    {"authors", ArticleField::Byline},
    {"dc.creator", ArticleField::Byline},
    {"newspaper", ArticleField::Source},
    {"Category", ArticleField::Section},
    {"Link", ArticleField::Url},
    {"published_at", ArticleField::Date},
    {"publishedAt", ArticleField::Date},
    {"date_extracted", ArticleField::Date},
    {"persons", ArticleField::People},
    {"organizations", ArticleField::Organisations},
    {"countries", ArticleField::Places},
    {"inLanguage", ArticleField::Lang},
};

TEST(FieldMap, GuessesUsualNames) {
  for (const auto& [name, field] : kGuesses) EXPECT_EQ(FieldMap::guess(name), field) << name;
  for (const char* name : {"", "titles of books", "misc", "lead", "wordcount"}) {
    EXPECT_EQ(FieldMap::guess(name), std::nullopt) << name;
  }
}

std::vector<RawField> fields_of(const std::vector<std::string>& names) {
  std::vector<RawField> fields;
  for (const std::string& name : names) fields.push_back({name, RawField::Kind::Text, {"x"}});
  return fields;
}

/// "target=source" for each field that was given a meaning, in the order of ArticleField.
std::vector<std::string> assigned(const FieldMap& map, const std::vector<RawField>& fields) {
  std::vector<std::string> found;
  const auto assignment = map.assign(fields, kPath);
  for (std::size_t target = 0; target < kArticleFields; ++target) {
    if (const RawField* field = assignment.chosen[target]) {
      found.push_back(std::string(name_of(static_cast<ArticleField>(target))) + "=" + field->name);
    }
  }
  for (const auto& [field, name] : assignment.renamed) {
    found.push_back(std::string(name) + "=" + field->name);
  }
  return found;
}

struct AssignCase {
  const char* map;
  std::vector<std::string> names;
  std::vector<std::string> assigned;
  const char* why;
};

const AssignCase kAssignments[] = {
    {"", {"headline", "text"}, {"title=headline", "body=text"}, "guesses alone"},
    {"", {"headline", "title"}, {"title=title"}, "the better name, not the first"},
    {"title=headline", {"headline", "title"}, {"title=headline"}, "the user knows best"},
    {"title=Head_Line", {"headline"}, {"title=headline"}, "case and signs do not matter"},
    {"title=A", {"a", "A"}, {"title=A"}, "unless there are both"},
    {"title=text", {"text"}, {"title=text"}, "a field that is taken is not guessed again"},
    {"date=-", {"date", "title"}, {"title=title"}, "a guess switched off"},
    {"title=missing", {"title"}, {}, "what is mapped is not guessed"},
    {"kicker=lead", {"lead"}, {"kicker=lead"}, "a new name for an extra field"},
    {"title=1,body=2", {"1", "2"}, {"title=1", "body=2"}, "columns without a header"},
};

TEST(FieldMap, AssignsFields) {
  for (const auto& [map_text, names, expected, why] : kAssignments) {
    SCOPED_TRACE(why);
    const auto map = FieldMap::parse({map_text});
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_EQ(assigned(*map, fields_of(names)), expected);
  }
}

TEST(FieldMap, PassesOverEmptyFields) {
  const std::vector<RawField> fields{{"title", RawField::Kind::Text, {" "}},
                                     {"headline", RawField::Kind::Text, {"x"}}};
  EXPECT_THAT(assigned({}, fields), ElementsAre("title=headline"));
}

struct PathCase {
  const char* pattern;
  const char* path;
  const char* text;
  const char* why;
};

constexpr PathCase kPaths[] = {
    {"{0}", kPath, "story", "the name without its endings"},
    {"{3}-{2}-{1}", kPath, "1987-01-12", "folders from the right"},
    {"The {4}", kPath, "The Herald", "text around"},
    {"{5}", kPath, "", "more than the path has"},
    {"{1}/{0}", "old.zip!1987/x.txt", "1987/x", "a member"},
    {"{2}", "dir/old.zip!1987/x.txt", "old.zip", "its container counts as a folder"},
    {"{0}", ".hidden", ".hidden", "a name of an ending alone"},
};

TEST(FieldMap, ReadsThePath) {
  for (const auto& [pattern, path, text, why] : kPaths) {
    SCOPED_TRACE(why);
    const auto map = FieldMap::parse({std::string("date=") + pattern});
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_THAT(map->assign({}, path).from_path, ElementsAre(Pair("date", text)));
  }
}

TEST(FieldMap, TakesSeveralOptions) {
  const auto map = FieldMap::parse({"title=a,body=b", "lang=c"});
  ASSERT_TRUE(map);
  EXPECT_THAT(assigned(*map, fields_of({"a", "b", "c"})),
              ElementsAre("title=a", "body=b", "lang=c"));
}

TEST(FieldMap, RefusesWhatItCannotRead) {
  for (const char* bad : {"title", "title=", "=a", "title=a,title=b", "date={", "date={x}",
                          "date={1}}", "date={1}{y}"}) {
    const auto map = FieldMap::parse({bad});
    ASSERT_FALSE(map) << bad;
    EXPECT_EQ(map.error().code, "bad-map");
  }
  EXPECT_TRUE(FieldMap::parse({}));
}

}  // namespace
}  // namespace morgue
