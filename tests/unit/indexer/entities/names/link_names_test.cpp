// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/link_names.h"

#include <algorithm>
#include <random>
#include <string>

#include <gmock/gmock.h>

namespace morgue {
namespace {

NameCount person(std::string name, std::uint64_t articles) {
  return {{EntityKind::Person, std::move(name)}, articles};
}
NameCount org(std::string name, std::uint64_t articles) {
  return {{EntityKind::Organisation, std::move(name)}, articles};
}

constexpr const char* kItself = "";        // no link at all
constexpr const char* kApart = "(apart)";  // a link that says that it stays apart

struct Case {
  const char* why;
  std::vector<NameCount> names;
  const char* stored;  // of the kind of the first name
  std::string shown;
};

const Case kCases[] = {
    {"one full name has the surname",
     {person("Reagan", 400), person("Ronald Reagan", 17)},
     "Reagan",
     "Ronald Reagan"},
    {"it needs some articles",
     {person("Reagan", 400), person("Ronald Reagan", 2)},
     "Reagan",
     kApart},
    {"two bear it",
     {person("Baker", 50), person("James Baker", 90), person("Howard Baker", 30)},
     "Baker",
     kApart},
    {"the other is too rare to count",
     {person("Baker", 50), person("James Baker", 90), person("Howard Baker", 2)},
     "Baker",
     "James Baker"},
    {"a rare other counts beside one that is rare too",
     {person("Baker", 50), person("James Baker", 7), person("Howard Baker", 1)},
     "Baker",
     kApart},
    {"many rare others",
     {person("Baker", 50), person("James Baker", 40), person("A Baker", 3), person("B. Baker", 3)},
     "Baker",
     kApart},
    {"spellings of one person count together",
     {person("Baker", 50), person("James Baker", 4), person("James A. Baker", 4),
      person("Ann Baker", 1)},
     "Baker",
     "James A. Baker"},
    {"two that cannot be one person",
     {person("Bush", 9), person("George W. Bush", 9), person("George H.W. Bush", 9)},
     "Bush",
     kApart},
    {"a first name alone is nobody's surname here",
     {person("Paul", 9), person("Rand Paul", 90)},
     "Paul",
     kItself},
    {"a name by two words",
     {person("L\u00F3pez Obrador", 9), person("Andr\u00E9s Manuel L\u00F3pez Obrador", 30)},
     "L\u00F3pez Obrador",
     "Andr\u00E9s Manuel L\u00F3pez Obrador"},
    {"the first of two surnames",
     {person("Sheinbaum", 9), person("Claudia Sheinbaum Pardo", 30)},
     "Sheinbaum",
     "Claudia Sheinbaum Pardo"},
    {"a surname that comes first", {person("Xi", 9), person("Xi Jinping", 30)}, "Xi", "Xi Jinping"},
    {"letters of a source's key",
     {person("james-baker", 99), person("James Baker", 3)},
     "james-baker",
     "James Baker"},
    {"a key that is a surname",
     {person("volcker", 99), person("Paul Volcker", 3)},
     "volcker",
     "Paul Volcker"},
    {"a key is no name to show", {person("Fahd", 9), person("king-fahd", 30)}, "Fahd", kItself},
    {"Mrs. Thatcher may be another",
     {person("Mrs. Thatcher", 9), person("Denis Thatcher", 30)},
     "Mrs. Thatcher",
     kItself},
    {"a son is not called by the surname alone",
     {person("Trump", 9), person("Donald Trump", 9), person("Donald Trump Jr.", 9)},
     "Trump",
     kApart},
    {"capitals", {org("BUNDESBANK", 9), org("Bundesbank", 3)}, "BUNDESBANK", "Bundesbank"},
    {"marks", {org("A.T.& T.", 1), org("A.T. &T", 2)}, "A.T.& T.", "A.T. &T"},
    {"a short name in capitals is another name", {org("PAN", 9), org("Pan", 3)}, "Pan", kItself},
    {"but points are marks", {org("U.N.", 3), org("UN", 9)}, "U.N.", "UN"},
    {"hyphens",
     {org("Allied Signal", 3), org("Allied-Signal", 9)},
     "Allied Signal",
     "Allied-Signal"},
    {"accents",
     {{{EntityKind::Place, "Mexico"}, 3}, {{EntityKind::Place, "M\u00E9xico"}, 9}},
     "Mexico",
     "M\u00E9xico"},
    {"another kind is another name",
     {person("Reagan", 9), org("Ronald Reagan", 30)},
     "Reagan",
     kItself},
    {"organisations have no surnames",
     {org("Baker", 9), org("Arthur Baker", 30)},
     "Baker",
     kItself},
};

std::string shown_as(const std::vector<NameLink>& links, const Name& stored) {
  for (const NameLink& link : links) {
    if (link.stored == stored) return link.stays_apart() ? kApart : link.shown;
  }
  return kItself;
}

TEST(LinkNames, OnStrongEvidenceAlone) {
  for (const Case& one : kCases) {
    const Name stored{one.names.front().name.kind, one.stored};
    EXPECT_EQ(shown_as(link_names(one.names), stored), one.shown) << one.why;
  }
}

std::vector<NameCount> random_names(std::mt19937& random) {
  const char* const words[] = {"Ana", "Bo", "Ruiz", "Lund", "RUIZ", "ruiz", "P\u00E9rez", "Perez",
                               "J.",  "de", "Jr.",  "Paul", "Mrs.", "Li",   "Jong-un",    "Inc"};
  std::map<Name, std::uint64_t> counts;
  for (std::size_t i = random() % 40; i > 0; --i) {
    std::string name;
    for (std::size_t n = 1 + random() % 3; n > 0; --n) {
      name += (name.empty()        ? ""
               : random() % 4 == 0 ? "-"
                                   : " ") +
              std::string(words[random() % std::size(words)]);
    }
    counts[{static_cast<EntityKind>(random() % 3), name}] = 1 + random() % 30;
  }
  std::vector<NameCount> names;
  for (const auto& [name, articles] : counts) names.push_back({name, articles});
  return names;
}

TEST(LinkNamesLaw, LinksLeadToNamesThatLeadNowhere) {
  for (unsigned seed = 0; seed < 2'000; ++seed) {
    std::mt19937 random(seed);
    std::vector<NameCount> names = random_names(random);
    const std::vector<NameLink> links = link_names(names);
    EXPECT_TRUE(std::is_sorted(links.begin(), links.end()));
    for (const NameLink& link : links) {
      const auto is = [&](const Name& wanted) {
        return std::any_of(names.begin(), names.end(),
                           [&](const NameCount& one) { return one.name == wanted; });
      };
      const Name shown{link.stored.kind, link.shown};
      EXPECT_TRUE(is(link.stored) && is(shown)) << seed << ": " << link.stored.text;
      const std::string next = shown_as(links, shown);
      EXPECT_TRUE(next == kItself || next == kApart)
          << seed << ": " << link.shown << " is " << next;
    }
    std::shuffle(names.begin(), names.end(), random);
    EXPECT_EQ(link_names(names), links) << seed << ": the order matters";
  }
}

}  // namespace
}  // namespace morgue
