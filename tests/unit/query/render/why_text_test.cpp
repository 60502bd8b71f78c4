// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/why_text.h"

#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/render/explanation_text.h"
#include "query/render/messages.h"
#include "tests/support/golden.h"

namespace morgue {
namespace {

using nlohmann::json;
using test_support::matches_golden;

/// A word that is misspelt, and a NOT.
Why misspelt() {
  Why why;
  why.clauses = {{"Morena", false, 1'037, 1'037, 0},
                 {"tarrifs", false, 0, 0, 411},
                 {"NOT source:AFP", true, 0, 0, 0}};
  why.emptied_by = 1;
  why.respellings = {{1, "tarrifs", 0, "tariffs", 54, "Morena AND tariffs AND NOT source:AFP", 12}};
  why.nearest = {{"Morena AND tariffs AND NOT source:AFP", "the same again", 12},
                 {"Morena AND NOT source:AFP", "without tarrifs", 411}};
  return why;
}

/// Clauses that all find something, and nothing together.
Why apart() {
  Why why;
  why.clauses = {{"Morena", false, 1'037, 1'037, 1},
                 {"\"new tariffs\"", false, 54, 12, 0},
                 {"date:2019", false, 380, 0, 12},
                 {"NOT tax", true, 1, 0, 1}};
  why.emptied_by = 2;
  why.nearest = {
      {"Morena AND \"new tariffs\" AND NOT tax AND (date:2019 OR missing:date)", "or undated", 1},
      {"Morena AND \"new tariffs\" AND NOT tax", "without date:2019", 12}};
  return why;
}

TEST(WhyText, Screens) {
  EXPECT_TRUE(matches_golden("screens/why_misspelt.txt", why_text(misspelt())));
  EXPECT_TRUE(matches_golden("screens/why_apart.txt", why_text(apart())));
  Why found = apart();
  found.total = 1;
  found.emptied_by.reset();
  found.more_clauses = 2;
  EXPECT_TRUE(matches_golden("screens/why_found.txt", why_text(found)));
}

TEST(WhyText, NothingFromAQueryDrivesTheTerminal) {
  Why why;
  why.clauses = {{"\x1b[2J", false, 0, 0, 0}};
  EXPECT_EQ(why_text(why).find('\x1b'), std::string::npos);
}

TEST(WhyJson, HasEveryNumber) {
  std::ostringstream out;
  JsonWriter writer(out);
  write_why(writer, misspelt());
  const json why = json::parse(out.str());
  EXPECT_EQ(why["clauses"][2], (json{{"query", "NOT source:AFP"},
                                     {"unwanted", true},
                                     {"articles", 0},
                                     {"so_far", 0},
                                     {"without", 0}}));
  EXPECT_EQ(why["more_clauses"], 0);
  EXPECT_EQ(why["emptied_by"], 1);
  EXPECT_EQ(why["respellings"][0]["meant"], "tariffs");
  EXPECT_EQ(why["respellings"][0]["clause"], 1);
  EXPECT_EQ(why["nearest"][1]["articles"], 411);
  std::ostringstream whole;
  JsonWriter another(whole);
  write_why(another, {});
  EXPECT_TRUE(json::parse(whole.str())["emptied_by"].is_null()) << "something is left";
}

TEST(WhyMessage, IsTextOrOneObjectALineAndSilentWhenQuiet) {
  std::ostringstream text, object, none;
  Messages(text, false).why(apart());
  EXPECT_EQ(text.str(), why_text(apart()));
  Messages(object, true).why(apart());
  EXPECT_EQ(json::parse(object.str())["why"]["emptied_by"], 2);
  EXPECT_EQ(object.str().find('\n'), object.str().size() - 1);
  Messages(none, true, true).why(apart());
  EXPECT_EQ(none.str(), "");
}

Explanation explained() {
  Explanation explanation;
  explanation.query = "Morena tarif* source:AFP";
  explanation.canonical = "Morena AND tarif* AND source:AFP";
  explanation.tree = {"AND", "  Morena", "  tarif*", "  source:", "    AFP"};
  explanation.expansions = {{"tarif*",
                             {{"tariffs", 1'054},
                              {"tariff", 82},
                              {"tarifa", 7},
                              {"tarifas", 3},
                              {"tarifaria", 2},
                              {"tarifario", 1},
                              {"tariffed", 1}}}};
  explanation.plan = {"AND", "  morena", "  ANY OF tarifa tarifas"};
  explanation.best = {
      {1,
       "a-1",
       "Tariffs\x1b split Morena",
       3.25,
       {{"morena", 1.5, 0.25, 0}, {"tarif*", 0, 1.25, 0}, {"source:afp", 0, 0, .25}}},
      {2, "b-2", "", 0.5, {{"morena", 0, 0.5, 0}}}};
  return explanation;
}

TEST(ExplanationText, Screen) {
  EXPECT_TRUE(matches_golden("screens/explain.txt", explanation_text(explained())));
}

TEST(ExplanationJson, HasEveryNumber) {
  std::ostringstream out;
  JsonWriter writer(out);
  write_explanation(writer, explained());
  const json object = json::parse(out.str());
  EXPECT_EQ(object["canonical"], explained().canonical);
  EXPECT_EQ(object["tree"].size(), 5U);
  EXPECT_EQ(object["words"][0]["total"], 7);
  EXPECT_EQ(object["words"][0]["forms"][1], (json{{"form", "tariff"}, {"articles", 82}}));
  EXPECT_EQ(
      object["best"][0]["parts"][0],
      (json{{"word", "morena"}, {"score", 1.75}, {"title", 1.5}, {"body", 0.25}, {"other", 0.0}}));
}

}  // namespace
}  // namespace morgue
