// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/dateline.h"

#include <string>

#include <gtest/gtest.h>

namespace morgue {
namespace {

constexpr PartialDate kToday{2026, 12, 31};

std::string text_of(const Dateline& dateline) {
  std::string text = dateline.place + "|";
  for (const std::string& agency : dateline.agencies) text += agency + " ";
  return text + "|" + dateline.date.to_string();
}

struct Case {
  const char* text;
  const char* expected;  ///< place|agencies |date
  const char* reason;
};

const Case kCases[] = {
    {"MEXICO CITY (AP) — The senate voted.", "Mexico City|AP |", "as most agencies write it"},
    {"WASHINGTON, March 5 (Reuters) - The senate voted.", "Washington|Reuters |",
     "no year, no date"},
    {"WASHINGTON, D.C., March 5, 2024 -- The senate voted.", "Washington||2024-03-05",
     "a region, and the year"},
    {"Madrid, 5 mar 2024 (EFE).- El Senado votó.", "Madrid|EFE |2024-03-05", "as EFE writes it"},
    {"Berlin (dpa/AFP) - The senate voted.", "Berlin|dpa AFP |", "two agencies"},
    {"OSTERMERE (Corvane) - The senate voted.", "Ostermere|Corvane |", "an agency nobody knows"},
    {"(Reuters) - The senate voted.", "|Reuters |", "no place"},
    {"CIUDAD DE MÉXICO.- El Senado votó.", "Ciudad de México||", "capitals alone"},
    {"SÃO PAULO – O Senado votou.", "São Paulo||", "capitals beyond ASCII"},
    {"EL PASO — The senate voted.", "El Paso||", "a particle at the front"},
    {"WASHINGTON DC – The senate voted.", "Washington DC||", "a mark behind the name"},
    {"(WASHINGTON) - The senate voted.", "||", "whatever that is"},
    {"Sen. Roe (R-Mo.) - a member - spoke.", "||", "a party and a state"},
    {"LONDON - The senate voted.", "London||", ""},
    {"BREAKING - The senate voted.", "||", "no place"},
    {"The senate voted - and nobody cared.", "||", "a sentence with a dash"},
    {"Sheinbaum - the president - spoke.", "||", "a name is no place in capitals"},
    {"Tom Weir (left) - the chair - spoke.", "||", "not everything in parentheses is an agency"},
    {"NATO - The allies met.", "Nato||", "known to be wrong: nothing tells it from a town"},
    {"U.N. - The council met.", "||", "a mark of something else"},
    {"A 5-year-old - the first - won.", "||", "figures"},
    {"", "||", "nothing"},
    {"MEXICO CITY", "||", "no dash, no dateline"},
    {"Story\nLONDON - The senate voted.", "||", "only where the text begins"},
};

TEST(Dateline, Table) {
  for (const Case& one : kCases) {
    EXPECT_EQ(text_of(read_dateline(one.text, kToday)), one.expected) << one.text << one.reason;
  }
}

TEST(Dateline, AFieldNeedsNoMarks) {
  const Case cases[] = {
      {"    SALVADOR, Feb 26 - ", "Salvador||", "as Reuters gave it in 1987"},
      {"Mexico City", "Mexico City||", "a place alone"},
      {"WASHINGTON, Va., 5 March 2024 (AP)", "Washington|AP |2024-03-05", "everything"},
      {"5 March", "||", "no place"},
      {"", "||", "nothing"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(text_of(read_dateline_field(one.text, kToday)), one.expected) << one.text;
  }
}

TEST(Agency, IsKnownByItsNames) {
  EXPECT_EQ(agency_named("The Associated Press"), "AP");
  EXPECT_EQ(agency_named(" reuters "), "Reuters");
  EXPECT_EQ(agency_named("TÉLAM"), "Télam");
  EXPECT_EQ(agency_named("Tom Weir"), "");
  EXPECT_EQ(agency_named("ap|afp"), "");
  EXPECT_EQ(agency_named(""), "");
}

TEST(DateInFirstLines, StandsAlone) {
  const struct {
    const char* text;
    const char* date;
  } cases[] = {
      {"Harbour fees rise\nWednesday, 5 March 2024\nThe board voted.", "2024-03-05"},
      {"martes, 5 de marzo de 2024\n\nLa junta votó.", "2024-03-05"},
      {"الأربعاء 5 مارس 2024\nصوت المجلس", "2024-03-05"},
      {"On 5 March 1998 the board had voted otherwise.", ""},
      {"In 1998 the board voted.\nMore follows.", ""},
      {"March 2024\nThe board voted.", ""},
      {"one\ntwo\nthree\nfour\nfive\n5 March 2024", ""},
      {"5 March 2099\nThe board will vote.", ""},
  };
  for (const auto& [text, date] : cases) {
    EXPECT_EQ(date_in_first_lines(text, kToday).to_string(), date) << text;
  }
}

}  // namespace
}  // namespace morgue
