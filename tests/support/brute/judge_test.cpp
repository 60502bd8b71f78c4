// SPDX-License-Identifier: GPL-3.0-or-later
// The judge against answers worked out by hand: texts so small that anybody can check them.
#include "tests/support/brute/judge.h"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/article_builder.h"

namespace morgue::brute {
namespace {

using test_support::article;

/// Each article is named by one letter.
Archive small_archive() {
  Archive archive("en");
  const auto add = [&](const auto& built) { archive.add(built.build()); };
  //   words of a's body: 0 the, 1 tariff, 2 rose, 3 in, 4 mexico, 5 and, 6 tariffs, 7 fell
  add(article("a")
          .title("Tariffs Rise")
          .body("The tariff rose in Mexico and tariffs fell")
          .source("El Faro")
          .person("Ana Ruiz")
          .on("2024-03-05")
          .lang("en"));
  //   two sentences in two paragraphs
  add(article("b")
          .title("Mexico")
          .body("Mexico answered quickly. Nobody knew why.\n\nThe tariff stayed.")
          .source("El Faro del Sur")
          .person("Ruiz")
          .on("2024-03")
          .lang("en"));
  add(article("c").body("MEXICO said: Peña, not pena; #MeToo").source("Wire").place("Mexico"));
  //   puerto rico twice, rico alone once
  add(article("d")
          .body("Puerto Rico is far. Rico was a man of the long road to Puerto Rico")
          .on("2023-12-31"));
  add(article("e").title("rose").body("one two three two one").extra("desk", "Night Desk"));
  return archive;
}

constexpr std::int32_t kToday = 19'797;  // 2024-03-15

std::string found(Judge& judge, const std::string& query) {
  std::string ids;
  for (const std::size_t i : judge.find(query)) ids += judge.archive()[i].id;
  return ids;
}

struct Case {
  const char* query;
  const char* ids;
  const char* why;
};

void check(const Archive& archive, const std::vector<Case>& cases) {
  Judge judge(archive, kToday);
  for (const auto& [query, ids, why] : cases) {
    SCOPED_TRACE(std::string(query) + ": " + why);
    EXPECT_EQ(found(judge, query), ids);
    EXPECT_EQ(judge.count(query), std::string(ids).size());
  }
}

TEST(Judge, Words) {
  check(small_archive(), {{"tariff", "ab", "every form of the stem"},
                          {"TARIFFS", "ab", "in any case"},
                          {"\"tariffs\"", "a", "quotes stop stemming, not folding"},
                          {"=Tariffs", "a", "as written, in the title"},
                          {"=tariff", "ab", "as written"},
                          {"=TARIFF", "", "nobody wrote it so"},
                          {"pena", "c", "accents do not matter"},
                          {"=Peña", "c", "as written"},
                          {"=peña", "", "not as written"},
                          {"metoo", "c", "the bare form of a hashtag"},
                          {"=metoo", "", "it was written with its sign and capitals"},
                          {"=#MeToo", "c", "so it was"},
                          {"nothing", "", "in no article"},
                          {"*", "abcde", "every article"}});
}

TEST(Judge, Patterns) {
  check(small_archive(), {{"tar*", "ab", "tariff and tariffs"},
                          {"tariff?", "a", "exactly one more"},
                          {"tarif!", "ab", "truncation as Nexis writes it"},
                          {"*ico", "abcd", "in front, too"},
                          {"m?xico", "abc", "in the middle"},
                          {"tarrif~1", "", "two edits away, and from tariffs three"},
                          {"tarrif~", "ab", "two edits without a number"},
                          {"mexcio~1", "abc", "a swap is one edit"},
                          {"mxico~1", "abc", "a missing letter is one"},
                          {"peñas~1", "c", "folded before it is compared"},
                          {"/tariffs?/", "ab", "the whole word"},
                          {"/ariff/", "", "not a part of it"},
                          {"/M[eé]xico/", "abc", "letters of a regex are folded"},
                          {"/p.ña/", "c", "a dot is one letter"},
                          {"/(one|two)/", "e", "alternatives"},
                          {"/t.{2,4}/", "abde", "the, two, three, to is too short"}});
}

TEST(Judge, Logic) {
  check(small_archive(),
        {{"tariff AND mexico", "ab", ""},
         {"tariff mexico", "ab", "side by side is AND"},
         {"tariff rose", "a", "the body has both"},
         {"tariff OR rico", "abd", ""},
         {"tariff XOR mexico", "c", "one and not the other"},
         {"tariff XOR mexico XOR rose", "ace", "from left to right: c, then a and e"},
         {"NOT tariff", "cde", ""},
         {"-tariff -mexico", "de", ""},
         {"mexico AND NOT tariff", "c", ""},
         {"rico OR tariff AND rose", "ad", "AND binds tighter"},
         {"rico OR tariff XOR mexico", "cd", "XOR binds tighter than OR"},
         {"tariff AND rose XOR rico", "ad", "AND binds tighter than XOR"},
         {"(rico OR tariff) AND rose", "a", "parentheses"},
         {"NOT NOT rico", "d", ""},
         {"tariff^3 rose^0.5", "a", "weights change nothing"}});
}

TEST(Judge, Phrases) {
  check(small_archive(),
        {{"\"puerto rico\"", "d", ""},
         {"\"rico puerto\"", "", "the order counts"},
         {"\"tariff rose\"", "a", ""},
         {"\"the tariff rise\"", "", "no stemming in quotes"},
         {"\"rise the\"", "", "title and body do not touch"},
         {"=\"Puerto Rico\"", "d", "as written"},
         {"=\"puerto rico\"", "", "as written"},
         {"\"one _ three\"", "e", "a gap is any one word"},
         {"\"two one _\"", "", "behind the last word there is none"},
         {"\"_ one two\"", "", "nor before the first"},
         {"\"_ two\"", "e", "but here there is"},
         {"\"tariff* (rose|fell)\"", "a", "wildcards and alternatives"},
         {"\"tariff (stayed|fell)\"", "b", "only b has tariff stayed"},
         {"\"rose mexico\"~1", "a", "one word between is one move"},
         {"\"rose mexico\"~0", "", "no move"},
         {"\"mexico rose\"~2", "", "three moves: they cross, and there is a word between"},
         {"\"mexico rose\"~3", "a", ""},
         {"\"three two\"~0", "e", "as a phrase"},
         {"\"one one\"~3", "e", "the words are different ones"},
         {"\"one one\"~2", "", "four positions apart are three moves"},
         {"\"three three\"~9", "", "there is but one"},
         {"COVID-19", "", "a word of two tokens is a phrase"}});
}

TEST(Judge, Proximity) {
  check(small_archive(),
        {{"rose W/1 in", "a", "neighbours"},
         {"in W/1 rose", "a", "in either order"},
         {"in PRE/1 rose", "", "in this order"},
         {"rose PRE/1 in", "a", ""},
         {"rose NEAR/2 mexico", "a", ""},
         {"mexico ADJ/2 rose", "", "ADJ is PRE"},
         {"rose W/1 mexico", "", "two positions apart"},
         {"rise W/1000 mexico", "", "title and body are far apart"},
         {"tariff W/2 tariff", "", "one occurrence is no pair, the two are five apart"},
         {"tariff W/5 tariff", "a", "tariff and tariffs"},
         {"\"puerto rico\" W/1 is", "d", "from the nearest end"},
         {"(rose OR fell) W/1 tariffs", "a", "either"},
         {"rose W/2 mexico W/2 tariffs", "a", "each pair"},
         {"rose W/1 mexico W/2 tariffs", "", "the first pair fails"},
         {"one W/1 two W/1 three", "e", ""},
         {"one W/1 two W/1 one", "", "another one, beside the same two: there is none"},
         {"two W/1 three W/1 two", "e", "two different ones"},
         {"(two W/2 two) W/1 three", "", "operands do not overlap: 1-3 holds the three"},
         {"(one AND three) W/1 two", "e", "0-2 with the two behind"},
         {"(one AND three) PRE/1 two", "e", "0-2, then 3"},
         {"(one AND three) W/1 four", "", ""},
         {"(mexico AND tariffs) W/1 fell", "a", "4-6 and 7"},
         {"mexico W/S quickly", "b", "one sentence"},
         {"mexico W/S nobody", "", "two"},
         {"mexico W/P nobody", "b", "one paragraph"},
         {"mexico W/P stayed", "", "two"},
         {"quickly PRE/S mexico", "", "the order counts"},
         {"mexico PRE/S quickly", "b", ""},
         {"tariffs W/S rise", "a", "a title is one sentence"},
         {"tariffs W/P rise", "a", "and one paragraph"}});
}

TEST(Judge, NotNear) {
  check(small_archive(),
        {{"rico NOT W/1 puerto", "d", "the one that was a man"},
         {"rico NOT W/3 puerto", "d", "five before"},
         {"rico NOT W/20 puerto", "", "all have one in reach"},
         {"two NOT W/1 three", "", ""},
         {"one NOT W/1 three", "e", ""},
         {"two NOT W/1 two", "e", "itself does not count"},
         {"two NOT W/2 two", "", "the other does"},
         {"\"puerto rico\" NOT W/1 rico", "", "overlapping is in reach"},
         {"one NOT W/1 three W/1 two", "e", "from left to right"},
         {"two W/1 three NOT W/1 one", "", "both pairs stand beside a one"},
         {"rico NOT W/S puerto", "", "each sentence has one"},
         {"tariff NOT W/P mexico", "ab", "a's title has none; b's second paragraph neither"},
         {"body:tariff NOT W/P mexico", "b", "a's body is one paragraph"},
         {"mexico NOT W/S nobody", "abc", ""}});
}

TEST(Judge, Functions) {
  check(small_archive(), {{"ATLEAST3(tariff)", "a", "title and body"},
                          {"ATLEAST2(tariff)", "a", ""},
                          {"ATLEAST2(\"puerto rico\")", "d", ""},
                          {"ATLEAST3(rico)", "d", ""},
                          {"ATLEAST4(rico)", "", ""},
                          {"ATLEAST4(one OR two)", "e", "all alternatives together"},
                          {"ATLEAST5(one OR two OR three)", "e", ""},
                          {"ATLEAST6(one OR two OR three)", "", ""},
                          {"ATLEAST4(one AND two)", "", "minimal runs: 0-1, 3-4"},
                          {"ATLEAST2(one AND two)", "e", ""},
                          {"ATLEAST2(one W/4 two)", "e", "minimal runs of proximity, too"},
                          {"ATLEAST3(one W/4 two)", "", ""},
                          {"FIRST/2(tariff)", "a", "b has it further down"},
                          {"FIRST/1(mexico)", "bc", "of the body"},
                          {"FIRST/2(rico)", "d", ""},
                          {"FIRST/3(\"two three\")", "e", "the whole match"},
                          {"FIRST/2(\"two three\")", "", ""},
                          {"CAPS(mexico)", "abc", ""},
                          {"ALLCAPS(mexico)", "c", ""},
                          {"NOCAPS(mexico)", "", ""},
                          {"CAPS(tariff)", "a", "in the title"},
                          {"NOCAPS(tariff)", "ab", ""},
                          {"NOCAPS(pena)", "c", "written without"},
                          {"CAPS(metoo)", "c", "as the whole token is written"},
                          {"ALLCAPS(metoo)", "", ""},
                          {"CAPS(\"puerto rico\")", "d", "every word"},
                          {"CAPS(\"rico was\")", "", ""},
                          {"CAPS(mexico AND tariff)", "a", "both"},
                          {"CAPS(rico) W/1 was", "d", ""},
                          {"EXACT(Tariffs)", "a", ""},
                          {"EXACT(tariffs OR Rose)", "a", ""},
                          {"EXACT(\"Puerto Rico\")", "d", ""},
                          {"EXACT(\"puerto Rico\")", "", ""}});
}

TEST(Judge, Fields) {
  check(small_archive(), {{"title:tariff", "a", ""},
                          {"headline:mexico", "b", "an alias"},
                          {"body:rose", "a", ""},
                          {"title:(tariff rise)", "a", ""},
                          {"title:(tariff W/1 rise)", "a", ""},
                          {"title:(mexico W/1 answered)", "", ""},
                          {"body:\"tariff rose\"", "a", ""},
                          {"hlead:rose", "ae", "title or lead"},
                          {"lead:rose", "a", ""},
                          {"source:faro", "ab", "a word of the value"},
                          {"source:\"el faro\"", "ab", "words of the value"},
                          {"source:=\"El Faro\"", "a", "the whole value"},
                          {"source:=\"el faro\"", "", "as written"},
                          {"source:far*", "ab", ""},
                          {"source:(faro OR wire)", "abc", ""},
                          {"person:ruiz", "ab", ""},
                          {"entity:mexico", "c", "a person, an organisation or a place"},
                          {"entity:ruiz", "ab", ""},
                          {"source:faros", "", "no stemming in values"},
                          {"desk:night", "e", "a field of the source"},
                          {"desk:=\"Night Desk\"", "e", ""},
                          {"id:b", "b", ""},
                          {"has:person", "ab", ""},
                          {"missing:person", "cde", ""},
                          {"missing:date", "ce", ""},
                          {"has:title", "abe", ""},
                          {"person:*", "ab", ""},
                          {"-source:wire", "abde", ""}});
}

TEST(Judge, DatesAndNumbers) {
  check(small_archive(), {{"date:2024-03-05", "ab", "b may be of any day in March"},
                          {"date:2024-03-06", "b", ""},
                          {"date:2024", "ab", ""},
                          {"date:2023-12..2024-02", "d", ""},
                          {"date:2023-12..2024-03", "abd", ""},
                          {"date:..2023", "d", ""},
                          {"date:2024..", "ab", ""},
                          {"date:>2023", "ab", "after the year"},
                          {"date:>=2023", "abd", ""},
                          {"date:<2024-03-05", "bd", ""},
                          {"date:<=2024-03-05", "abd", ""},
                          {"date:[2023 TO 2024]", "abd", ""},
                          {"date:{2023 TO 2024-03-05}", "b", ""},
                          {"date:[* TO 2023]", "d", ""},
                          {"date:{2023 TO *]", "ab", ""},
                          {"date:today", "b", "2024-03-15"},
                          {"date:yesterday", "b", ""},
                          {"date:-10d", "ab", "2024-03-05"},
                          {"date:-9d", "b", ""},
                          {"date:-10d..", "ab", ""},
                          {"date:-1m", "", "February"},
                          {"date:-3m", "d", "December"},
                          {"date:-1y", "d", "2023"},
                          {"date:-2w", "b", "2024-03-01"},
                          {"date:-1y..-1m", "d", ""},
                          {"words:5", "", ""},
                          {"words:6", "ce", ""},
                          {"words:>6", "abd", ""},
                          {"words:6..10", "abce", "a has ten words, b ten"},
                          {"words:<=6", "ce", ""},
                          {"words:{6 TO 11}", "ab", ""}});
}

TEST(Judge, RefusesWhatIsNoQuery) {
  const Archive archive = small_archive();
  Judge judge(archive, kToday);
  for (const char* query :
       {"", "a AND", "(a", "a)", "\"a", "a W/0 b", "a W/ b", "a W/2 NOT b", "a W/2 (NOT b)",
        "source:wire W/2 b", "FIRST/3(a XOR b)", "a W/2 date:2024", "ATLEAST2(a) W/2 b", "a W/2 *",
        "a~3", "a^0", "date:31", "words:5..4x", "a NOT PRE/2 b"}) {
    EXPECT_THROW(judge.find(query), std::invalid_argument) << query;
  }
}

}  // namespace
}  // namespace morgue::brute
