// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/renderer.h"

#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "pages.h"
#include "query/render/article_text.h"
#include "query/render/delimited.h"
#include "query/render/json.h"
#include "tests/support/golden.h"

namespace morgue {
namespace {

using nlohmann::json;
using test::as;
using test::render;
using test::tariffs_page;
using test_support::matches_golden;

constexpr const char* kNasty = "a\x1b]0;title\x07\x1b[2J\u009b31m\u202e b\x7f";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::set<std::string> keys_of(const json& object) {
  std::set<std::string> keys;
  for (const auto& item : object.items()) keys.insert(item.key());
  return keys;
}

/// Reads what RFC 4180 describes.
std::vector<std::vector<std::string>> read_table(const std::string& text, char delimiter) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += text[i++];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == delimiter) {
      rows.back().emplace_back();
    } else if (!quoted && text[i] == '\n') {
      rows.push_back({""});
    } else {
      rows.back().back() += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

/// Everything of a page that comes from outside holds control characters.
ResultPage nasty_page() {
  ResultPage page = tariffs_page();
  page.canonical = kNasty;
  page.next = kNasty;
  Article& article = page.hits[0].article;
  for (std::string* text : {&article.id, &article.title, &article.body, &article.source,
                            &article.section, &article.byline, &article.lang, &article.url}) {
    *text = kNasty;
  }
  page.facets[0].rows[0] = {kNasty, 5, kNasty};
  return page;
}

bool holds_controls(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n') || c == 0x7F) return true;
    if (c == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
    if (text.compare(i, 3, "\u202e") == 0) return true;
  }
  return false;
}

Hit hit_of(const Article& article) {
  Hit hit;
  hit.article = article;
  return hit;
}

TEST(Text, Screens) {
  RenderOptions pipe = as(Format::Text);
  EXPECT_TRUE(matches_golden("screens/hits_pipe.txt", render(pipe, tariffs_page())));

  RenderOptions terminal = pipe;
  terminal.terminal = {true, true, 60, 24, ""};
  terminal.command = "morgue-query search -a news.morgue";
  EXPECT_TRUE(matches_golden("screens/hits_terminal_color.txt", render(terminal, tariffs_page())));

  ResultPage plain = tariffs_page();
  plain.facets.clear();
  plain.next.clear();
  plain.distinct = plain.total;
  EXPECT_TRUE(matches_golden("screens/hits_without_facets.txt", render(pipe, plain)));

  ResultPage none;
  none.canonical = "tariffs AND absent";
  EXPECT_EQ(render(pipe, none), "0 articles for tariffs AND absent\n");
}

TEST(Text, AQueryThatBeginsWithMinusIsRepeatedAfterDashes) {
  ResultPage page = tariffs_page();
  page.canonical = "-source:AFP";
  page.facets.clear();
  EXPECT_NE(render(as(Format::Text), page).find("--after c:12 -- -source:AFP"), std::string::npos);
}

TEST(Text, AnArticle) {
  Article article;
  article.id = "tribune-1";
  article.title = "Senate weighs new tariffs";
  article.body = "The session ran late.\nNobody left.\n\nSenators said tariffs would stay.";
  article.source = "The Tribune";
  article.byline = "Ann Reporter";
  article.date = {2024, 3, 0};
  article.date_source = DateSource::Text;
  article.date_text = "March 2024";
  article.extra = {{"desk", ExtraField::Kind::Text, {"world"}}};
  Hit hit = hit_of(article);
  hit.entities = {{EntityKind::Person, "", "Ann Lee", true, {}},
                  {EntityKind::Person, "", "Bo Diaz", false, {0, 2}},
                  {EntityKind::Misc, "bill", "Tariff Act", false, {0, 0, 1}}};
  std::ostringstream screen, pipe;
  write_article_text(hit, {true, false, 30, 24, ""}, screen);
  write_article_text(hit, {}, pipe);
  EXPECT_TRUE(matches_golden("screens/article_narrow.txt", screen.str()));
  EXPECT_TRUE(matches_golden("screens/article_pipe.txt", pipe.str()));
}

TEST(Json, DocumentHasTheFixedKeys) {
  const json document = json::parse(render(as(Format::Json), tariffs_page()));
  EXPECT_EQ(keys_of(document),
            (std::set<std::string>{"schema", "query", "canonical", "total", "distinct", "undated",
                                   "hits", "facets", "facets_count", "facets_missing",
                                   "facets_other", "notes", "next"}));
  EXPECT_EQ(keys_of(document["hits"][0]),
            (std::set<std::string>{"rank", "id", "score", "title", "date", "source", "section",
                                   "byline", "lang", "snippet", "marks", "copies", "url"}));
  EXPECT_EQ(document["total"], 1214);
  EXPECT_EQ(document["hits"].size(), 3U);
  EXPECT_EQ(document["hits"][0]["score"], 7.25);
  EXPECT_EQ(document["hits"][2]["date"], "");
  EXPECT_EQ(document["facets"]["source"][1]["value"], "人民日报");
  EXPECT_EQ(keys_of(document["facets"]["source"][0]),
            (std::set<std::string>{"value", "count", "query"}));
  EXPECT_EQ(document["facets"]["section"], json::array());
  EXPECT_EQ(document["facets_missing"]["source"]["count"], 31);
  EXPECT_EQ(document["facets_other"]["source"], 4);
  EXPECT_EQ(document["notes"][0]["code"], "N107");
}

TEST(Json, MarksAreCodePointsOfThePlainSnippet) {
  const json hit = json::parse(render(as(Format::Json), tariffs_page()))["hits"][2];
  EXPECT_EQ(hit["snippet"], "政府宣布新的关税政策。");
  EXPECT_EQ(hit["marks"], json::array({json::array({6, 8})}));
}

TEST(Json, WithoutHitsIsADocumentAllTheSame) {
  const json document = json::parse(render(as(Format::Json), ResultPage{}));
  EXPECT_EQ(document["hits"], json::array());
  EXPECT_EQ(document["facets"], json::object());
}

TEST(JsonLines, OneHitALineThenFacetRows) {
  const auto lines = lines_of(render(as(Format::JsonLines), tariffs_page()));
  ASSERT_EQ(lines.size(), 3U + 3U + 1U);
  const json document = json::parse(render(as(Format::Json), tariffs_page()));
  EXPECT_EQ(json::parse(lines[1]), document["hits"][1]) << "the same keys as in the document";
  EXPECT_EQ(json::parse(lines[3]), (json{{"facet", "source"},
                                         {"value", "The Tribune"},
                                         {"count", 1100},
                                         {"query", "tariffs AND source:\"The Tribune\""}}));
  EXPECT_TRUE(json::parse(lines[6])["value"].is_null()) << "articles without the field";
}

TEST(JsonLines, ALineIsALineForEveryReader) {
  ResultPage page = tariffs_page();
  page.hits.resize(1);
  page.facets.clear();
  page.hits[0].article.title = "a\u2028b\u0085c\nd";
  const std::string line = render(as(Format::JsonLines), page);
  EXPECT_EQ(line.find("\u2028"), line.npos);
  EXPECT_EQ(line.find("\u0085"), line.npos);
  EXPECT_EQ(json::parse(line)["title"], page.hits[0].article.title);
}

TEST(Json, ArticleIsWholeAndNumbersAreAsWritten) {
  Article article;
  article.id = "a";
  article.body = "One.\n\nTwo.";
  article.people = {"Ann Lee"};
  article.extra = {{"desk", ExtraField::Kind::Text, {"world"}},
                   {"tags", ExtraField::Kind::List, {"x", "y"}},
                   {"price", ExtraField::Kind::Json, {"12.50"}},
                   {"nested", ExtraField::Kind::Json, {"{\"a\":\n [1]}"}},
                   {"broken", ExtraField::Kind::Json, {"{"}}};
  std::ostringstream out;
  write_article_json(hit_of(article), {}, out);
  EXPECT_EQ(lines_of(out.str()).size(), 1U);
  EXPECT_NE(out.str().find("\"price\":12.50"), std::string::npos);
  const json object = json::parse(out.str());
  EXPECT_EQ(keys_of(object),
            (std::set<std::string>{"id", "title", "body", "byline", "source", "section", "lang",
                                   "url", "date", "date_source", "date_text", "people",
                                   "organisations", "places", "extra", "entities", "boilerplate"}));
  EXPECT_EQ(object["body"], article.body);
  EXPECT_EQ(object["date_source"], "none");
  EXPECT_EQ(object["extra"]["tags"], (json{"x", "y"}));
  EXPECT_EQ(object["extra"]["nested"]["a"][0], 1);
  EXPECT_EQ(object["extra"]["broken"], "{");
}

TEST(Json, ArticleTellsWhomItNamesAndWhere) {
  Hit hit;
  hit.article.title = "Peña";
  hit.article.body = "Señor Peña. Pemex.";
  hit.entities = {{EntityKind::Person, "", "José Peña", true, {0, 2}},
                  {EntityKind::Misc, "company", "Pemex", false, {0, 0, 1}}};
  const auto model = MentionSource::Model;
  hit.mentions = {
      {EntityKind::Person, TextPart::Title, model, {0, 5}, "José Peña", {}},
      {EntityKind::Person, TextPart::Body, model, {7, 12}, "José Peña", {}},
      {EntityKind::Misc, TextPart::Body, MentionSource::WatchList, {14, 19}, "Pemex", "company"}};
  std::ostringstream out;
  write_article_json(hit, {.marks = false, .mentions = true}, out);
  const json object = json::parse(out.str());
  EXPECT_EQ(object["entities"], json::parse(R"([
      {"type": "person", "name": "José Peña", "mentions": 2, "sources": ["metadata", "model"]},
      {"type": "company", "name": "Pemex", "mentions": 1, "sources": ["watch-list"]}])"));
  EXPECT_EQ(object["mentions"], json::parse(R"([
      {"type": "person", "part": "title", "start": 0, "end": 4, "text": "Peña",
       "name": "José Peña", "source": "model"},
      {"type": "person", "part": "body", "start": 6, "end": 10, "text": "Peña",
       "name": "José Peña", "source": "model"},
      {"type": "company", "part": "body", "start": 12, "end": 17, "text": "Pemex",
       "name": "Pemex", "source": "watch-list"}])"));
}

TEST(Tables, ValuesComeBackAsTheyWere) {
  EXPECT_TRUE(rc::check([] {
    const char delimiter = *rc::gen::element(',', '\t');
    const auto values = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(
            rc::gen::element('a', '"', ',', '\t', '\n', '\r', ' ', '='))));
    std::ostringstream out;
    write_row(out, values, delimiter, false);
    const auto rows = read_table(out.str(), delimiter);
    RC_ASSERT(rows.size() == 1U);
    RC_ASSERT(rows[0] == values);
  }));
}

TEST(Tables, HitsHaveTheKeysOfJsonLinesAsColumns) {
  const auto rows = read_table(render(as(Format::Csv), tariffs_page()), ',');
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0],
            (std::vector<std::string>{"rank", "id", "score", "title", "date", "source", "section",
                                      "byline", "lang", "snippet", "copies", "url"}));
  EXPECT_EQ(rows[1][0], "1");
  EXPECT_EQ(rows[1][2], "7.25");
  EXPECT_EQ(rows[2][4], "2024-03");
  EXPECT_EQ(delimited_value("=1+1", ','), "=1+1") << "data is data";
}

TEST(Tables, FacetsAreATableOfTheirOwn) {
  const auto rows = read_table(render(as(Format::Tsv, Subject::Facets), tariffs_page()), '\t');
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"facet", "value", "count", "query"}));
  EXPECT_EQ(rows[2][1], "人民日报");
  EXPECT_EQ(rows[4], (std::vector<std::string>{"source", "", "31", "tariffs AND missing:source"}));
}

TEST(Ids, OneALineOrEachEndedByNul) {
  RenderOptions options = as(Format::Ids);
  EXPECT_EQ(render(options, tariffs_page()), "tribune-1\nhe-7\nzh/9\n");
  options.nul_separated = true;
  EXPECT_EQ(render(options, tariffs_page()), std::string("tribune-1\0he-7\0zh/9\0", 20));
}

TEST(ArticleText, MarksAllThatMatched) {
  Hit hit;
  hit.article.title = "Trade war";
  hit.article.body = "One war.\n\nTwo wars, a trade war.";
  hit.in_title = test::matches_in(hit.article.title, {{"trade", "war"}});
  hit.in_body = test::matches_in(hit.article.body, {{"war"}, {"trade", "war"}});
  std::ostringstream screen;
  write_article_text(hit, {true, true, 40, 24, ""}, screen);
  const std::string text = screen.str();
  EXPECT_NE(text.find("One \x1b[1;31mwar\x1b[0m."), text.npos) << text;
  EXPECT_NE(text.find("a \x1b[1;31mtrade war\x1b[0m."), text.npos) << text;
  std::ostringstream out;
  write_article_json(hit, {.marks = true, .mentions = false}, out);
  const json object = json::parse(out.str());
  EXPECT_EQ(object["title_marks"], json::array({json::array({0, 9})}));
  EXPECT_EQ(object["body_marks"], json::array({json::array({4, 7}), json::array({22, 31})}));
}

TEST(Controls, NeverReachATerminal) {
  for (const Format format :
       {Format::Text, Format::Json, Format::JsonLines, Format::Csv, Format::Ids}) {
    RenderOptions options = as(format);
    options.terminal = {true, false, 80, 24, ""};
    EXPECT_FALSE(holds_controls(render(options, nasty_page()))) << static_cast<int>(format);
  }
  std::ostringstream article;
  write_article_text(nasty_page().hits[0], {true, false, 40, 24, ""}, article);
  write_article_text(nasty_page().hits[0], {}, article);
  EXPECT_FALSE(holds_controls(article.str()));
}

TEST(Controls, AreNotInTextForAPipeAndAreDataInTables) {
  EXPECT_FALSE(holds_controls(render(as(Format::Text), nasty_page())));
  const auto rows = read_table(render(as(Format::Csv), nasty_page()), ',');
  EXPECT_EQ(rows[1][3], kNasty);
  const json document = json::parse(render(as(Format::Json), nasty_page()));
  EXPECT_EQ(document["hits"][0]["title"], kNasty);
}

}  // namespace
}  // namespace morgue
