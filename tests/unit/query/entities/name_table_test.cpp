// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entities/name_table.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

using testing::HasSubstr;

Name person(std::string text) { return {EntityKind::Person, std::move(text)}; }
Name org(std::string text) { return {EntityKind::Organisation, std::move(text)}; }

NameTable table_of(const Corrections& corrections, std::vector<NameLink> linked = {}) {
  std::sort(linked.begin(), linked.end());
  auto table = NameTable::make(corrections, LinkedNames(std::move(linked)));
  EXPECT_TRUE(table) << table.error().message;
  return std::move(*table);
}

TEST(NameTable, ANameCountsAsWhatTheCorrectionsSay) {
  const NameTable table =
      table_of({{{person("Claudia Sheinbaum"), {person("CSP"), person("Shein")}, "a:1"},
                 {person("Shein"), {person("Sh.")}, "a:2"},
                 {org("Morena"), {person("Morena")}, "a:3"}},
                {person("He"), person("Bush")}},
               {{person("Sheinbaum"), "Claudia Sheinbaum"},
                {person("SHEIN"), "Shein"},
                {person("Bush Jr."), "Bush"},
                {person("CSP"), "Carlos S. Pérez"}});
  struct Case {
    Name stored;
    std::optional<Name> counts_as;
    const char* why;
  };
  const Case cases[] = {
      {person("CSP"), person("Claudia Sheinbaum"), "the user's alias beats the archive's link"},
      {person("Sh."), person("Claudia Sheinbaum"), "an alias of an alias"},
      {person("SHEIN"), person("Claudia Sheinbaum"), "what the archive links is an alias"},
      {person("Sheinbaum"), person("Claudia Sheinbaum"), "a link alone"},
      {person("Morena"), org("Morena"), "taken for another kind"},
      {org("Morena"), org("Morena"), "the name itself"},
      {person("He"), std::nullopt, "rejected"},
      {person("Bush Jr."), std::nullopt, "what it counts as is rejected"},
      {org("He"), org("He"), "rejected as a person only"},
      {person("csp"), person("csp"), "capitals count"},
  };
  for (const Case& tried : cases)
    EXPECT_EQ(table.resolve(tried.stored), tried.counts_as) << tried.why;
  for (const char* known_as : {"CSP", "Claudia Sheinbaum", "SHEIN"}) {
    const auto group = table.find(person(known_as));
    ASSERT_TRUE(group) << known_as;
    EXPECT_EQ(group->shown, person("Claudia Sheinbaum"));
    EXPECT_EQ(group->stored,
              (std::vector<Name>{person("CSP"), person("Claudia Sheinbaum"), person("SHEIN"),
                                 person("Sh."), person("Shein"), person("Sheinbaum")}));
  }
  EXPECT_FALSE(table.find(person("nobody")));
  EXPECT_FALSE(table.find(person("Bush Jr."))) << "it counts as nothing";
  EXPECT_TRUE(table.hidden(EntityKind::Person).contains("Morena"));
  EXPECT_FALSE(table.hidden(EntityKind::Person).contains("CSP"));
  EXPECT_EQ(table.moved_to(EntityKind::Organisation), (std::vector<Name>{person("Morena")}));
}

TEST(NameTable, WhatCannotBeMeantIsRefused) {
  struct Case {
    std::vector<AliasLine> lines;
    const char* said;
  };
  const Case cases[] = {
      {{{person("A"), {person("X")}, "f:1"}, {person("B"), {person("X")}, "f:2"}},
       "f:2: \"X\" means \"B\" here and \"A\" in f:1"},
      {{{person("A"), {person("B")}, "f:1"}, {person("B"), {person("A")}, "f:2"}},
       "leads back to itself"},
  };
  for (const Case& tried : cases) {
    const auto table = NameTable::make({tried.lines, {}}, {});
    ASSERT_FALSE(table);
    EXPECT_THAT(table.error().message, HasSubstr(tried.said));
  }
  EXPECT_TRUE(NameTable::make(
      {{{person("A"), {person("A"), person("X")}, "f:1"}, {person("A"), {person("X")}, "f:2"}}, {}},
      {}))
      << "said twice is no contradiction";
}

TEST(NameTable, NothingSaidIsNothingChanged) {
  EXPECT_TRUE(table_of({}).empty());
  EXPECT_EQ(table_of({}).resolve(person("He")), person("He"));
}

}  // namespace
}  // namespace morgue
