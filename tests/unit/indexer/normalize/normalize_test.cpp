// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/normalize.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using Kind = RawField::Kind;

constexpr PartialDate kToday{2026, 11, 23};

RawField text(const std::string& name, const std::string& value) {
  return {name, Kind::Text, {value}};
}
RawField list(const std::string& name, const std::vector<std::string>& values) {
  return {name, Kind::List, values};
}
RawField json(const std::string& name, const std::string& value) {
  return {name, Kind::Json, {value}};
}

Result<Normalized, RecordError> normalize(const std::vector<RawField>& fields,
                                          const std::vector<std::string>& map = {}) {
  const auto field_map = FieldMap::parse(map);
  return Normalizer(*field_map, kToday).normalize({{"Herald/1987/x.txt", 3}, fields, 0});
}

TEST(Normalize, FillsAnArticle) {
  const auto result = normalize({
      text("ID", "a-1"),
      text("headline", " A title\u00a0"),
      text("content", "\ufeffOne.\r\n\r\nTwo.\rThree.\n"),
      list("authors", {"Ana", "Ben"}),
      text("newspaper", "Herald"),
      text("category", "Politics"),
      text("language", "English"),
      text("link", "https://example.org/a"),
      text("published_at", "2024-03-05T10:00:00Z"),
      text("persons", "Ana; Ben ;;Ana"),
      list("orgs", {"UN", "UN", " "}),
      json("locations", R"([{"name":"Lima"},"Quito"])"),
      text("kicker", "Also"),
      json("price", "12.50"),
      list("tags", {"x", "y"}),
      text("empty", "  "),
  });
  ASSERT_TRUE(result) << result.error().error.message;
  Article expected;
  expected.id = "a-1";
  expected.title = "A title";
  expected.body = "One.\n\nTwo.\nThree.";
  expected.byline = "Ana; Ben";
  expected.source = "Herald";
  expected.section = "Politics";
  expected.lang = "en";
  expected.url = "https://example.org/a";
  expected.date = {2024, 3, 5};
  expected.date_source = DateSource::Metadata;
  expected.date_text = "2024-03-05T10:00:00Z";
  expected.people = {"Ana", "Ben"};
  expected.organisations = {"UN"};
  expected.places = {"Lima", "Quito"};
  expected.extra = {{"kicker", ExtraField::Kind::Text, {"Also"}},
                    {"price", ExtraField::Kind::Json, {"12.50"}},
                    {"tags", ExtraField::Kind::List, {"x", "y"}}};
  EXPECT_EQ(result->article, expected);
  EXPECT_FALSE(result->id_made);
  EXPECT_EQ(result->date_problem, "");
  EXPECT_EQ(result->repaired_bytes, 0U);
  EXPECT_EQ(result->at, (Location{"Herald/1987/x.txt", 3}));
  EXPECT_THAT(result->mapped, testing::Contains(Pair("title", "headline")));
  EXPECT_THAT(result->mapped, testing::Contains(Pair("places", "locations")));
}

TEST(Normalize, KeepsWhatLostItsPlace) {
  const auto result = normalize({text("title", "T"), text("headline", "H"), text("Headline", "I"),
                                 text("headline", "J"), json("source", R"({"id":7})")});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->article.title, "T");
  EXPECT_EQ(result->article.source, "");
  std::vector<std::string> names;
  for (const ExtraField& extra : result->article.extra) names.push_back(extra.name);
  EXPECT_THAT(names, ElementsAre("headline", "Headline", "headline_2", "source"));
}

struct TypeCase {
  RawField field;
  const char* code;  ///< of the Error; else empty
  const char* text;
  const char* why;
};

const TypeCase kTypes[] = {
    {json("title", "12.50"), "", "12.50", "a number is its text"},
    {json("title", "true"), "", "true", "so is a boolean"},
    {list("title", {"a", "b"}), "", "a b", "a list as title is a line"},
    {json("title", R"({"name":"a"})"), "wrong-type", "", "an object is no title"},
    {json("title", "[1,2]"), "wrong-type", "", "nor are numbers"},
    {json("body", R"([{"p":"a"}])"), "wrong-type", "", "nor are objects a body"},
};

TEST(Normalize, ChecksTypes) {
  for (const auto& [field, code, expected, why] : kTypes) {
    SCOPED_TRACE(why);
    const auto result = normalize({field});
    EXPECT_EQ(result ? "" : result.error().error.code, code);
    EXPECT_EQ(result ? result->article.title : "", expected);
  }
  const auto paragraphs = normalize({list("body", {"One.", "", "Two."})});
  ASSERT_TRUE(paragraphs);
  EXPECT_EQ(paragraphs->article.body, "One.\n\nTwo.");
  const auto source = normalize({text("title", "T"), json("source", R"({"id":1,"name":"BBC"})")});
  ASSERT_TRUE(source);
  EXPECT_EQ(source->article.source, "BBC");
}

TEST(Normalize, RefusesOnlyWhatHasNoText) {
  const auto result = normalize({text("title", " \r\n\u3000"), text("body", std::string(3, '\0')),
                                 text("date", "2024-03-05"), text("kop", "Titel")});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().error.code, "no-text");
  EXPECT_THAT(result.error().error.message, HasSubstr("its fields are title, body, date, kop"));
  EXPECT_EQ(result.error().at, (Location{"Herald/1987/x.txt", 3}));
  EXPECT_TRUE(normalize({text("id", "1"), text("date", "2024-03-05")})) << "a listed item";
  EXPECT_FALSE(normalize({text("id", "1")}));
  EXPECT_FALSE(normalize({text("id", "1"), text("date", "soon")}));
  EXPECT_TRUE(normalize({text("body", "B")}));
  EXPECT_TRUE(normalize({text("title", "T")}));
  EXPECT_TRUE(normalize({text("kop", "T")}, {"title=kop"}));
}

TEST(Normalize, RepairsAndCounts) {
  const auto result = normalize({text("title",
                                      "Pe\xf1"
                                      "a"),
                                 text("body", std::string("a\0b", 3)), text("kicker", "caf\xe9"),
                                 list("people", {"M\xfcller"})});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->article.title, "Pe\u00f1a");
  EXPECT_EQ(result->article.body, "ab");
  EXPECT_THAT(result->article.people, ElementsAre("M\u00fcller"));
  EXPECT_EQ(result->article.extra.at(0).values.at(0), "caf\u00e9");
  EXPECT_EQ(result->repaired_bytes, 4U);
}

TEST(Normalize, MakesAnIdFromUrlOrContent) {
  const auto from_url = normalize({text("title", "T"), text("url", "https://example.org/a")});
  ASSERT_TRUE(from_url);
  EXPECT_EQ(from_url->article.id, "https://example.org/a");
  EXPECT_TRUE(from_url->id_made);

  const auto made = normalize({text("title", "T"), text("body", "B")});
  ASSERT_TRUE(made);
  EXPECT_THAT(made->article.id, testing::MatchesRegex("x-[0-9a-f]{16}"));
  EXPECT_TRUE(made->id_made);
  EXPECT_EQ(normalize({text("text", "B"), text("headline", "T")})->article.id, made->article.id)
      << "the same article by other names";
  for (const auto& other : {std::vector{text("title", "TB")},
                            {text("body", "TB")},
                            {text("title", "T"), text("body", "B"), text("source", "S")},
                            {text("title", "T"), text("body", "B"), text("date", "2024")}}) {
    EXPECT_NE(normalize(other)->article.id, made->article.id);
  }
  EXPECT_EQ(made->article.id, "x-840af1ac99e2f71d")
      << "ids must stay what they are, or articles double";
}

TEST(Normalize, DatesFromMetadataThenUrl) {
  const RawField title = text("title", "T");
  const RawField url = text("url", "https://example.org/2024/03/05/a");
  const auto metadata = normalize({title, url, text("date", "2023")});
  EXPECT_EQ(metadata->article.date, (PartialDate{2023}));
  EXPECT_EQ(metadata->article.date_source, DateSource::Metadata);
  const auto from_url = normalize({title, url});
  EXPECT_EQ(from_url->article.date, (PartialDate{2024, 3, 5}));
  EXPECT_EQ(from_url->article.date_source, DateSource::Url);
  EXPECT_EQ(from_url->article.date_text, "");
  const auto bad = normalize({title, url, text("date", "2024-02-31")});
  EXPECT_FALSE(bad->article.date.known());
  EXPECT_EQ(bad->article.date_source, DateSource::None);
  EXPECT_EQ(bad->article.date_text, "2024-02-31");
  EXPECT_THAT(bad->date_problem, HasSubstr("not in the calendar"));
  const auto none = normalize({title});
  EXPECT_EQ(none->article.date_source, DateSource::None);
  EXPECT_EQ(none->date_problem, "");
}

TEST(Normalize, TakesWhatThePathSays) {
  const auto result =
      normalize({text("body", "B")}, {"source={2},date={1},id={2}-{0},people={2},volume={1}"});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->article.id, "Herald-x");
  EXPECT_FALSE(result->id_made);
  EXPECT_EQ(result->article.source, "Herald");
  EXPECT_EQ(result->article.date, (PartialDate{1987}));
  EXPECT_THAT(result->article.people, ElementsAre("Herald"));
  EXPECT_THAT(result->article.extra,
              ElementsAre(ExtraField{"volume", ExtraField::Kind::Text, {"1987"}}));
}

TEST(Normalize, RenamesExtraFields) {
  const auto result = normalize({text("title", "T"), text("lead", "L")}, {"kicker=lead"});
  ASSERT_TRUE(result);
  EXPECT_THAT(result->article.extra,
              ElementsAre(ExtraField{"kicker", ExtraField::Kind::Text, {"L"}}));
}

}  // namespace
}  // namespace morgue
