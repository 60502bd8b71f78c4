// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/snippet.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "common/text/utf8.h"
#include "pages.h"

namespace morgue {
namespace {

using test::matches_in;
using Phrases = std::vector<std::vector<std::string>>;

/// The snippet with its marks in brackets.
std::string bracketed(const Snippet& snippet) {
  std::string out;
  std::size_t at = 0;
  for (const Span& span : snippet.marks) {
    out +=
        snippet.text.substr(at, span.begin - at) + '[' + std::string(span.of(snippet.text)) + ']';
    at = span.end;
  }
  return out + snippet.text.substr(at);
}

std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "word" + std::to_string(i) + ' ';
  return text;
}

/// The passage of a body in which these phrases were found.
Snippet passage(const std::string& body, const Phrases& phrases, std::size_t words = 30) {
  return SnippetMaker(1, words).passage(body, matches_in(body, phrases));
}

TEST(Snippet, LeavesOutBoilerplate) {
  Hit hit;
  hit.article.body = "Follow us.\n\nThe trade war goes on.\n\nRead more.\n\nThe war ends.";
  hit.boilerplate = {{0, 10}, {36, 46}};
  EXPECT_EQ(SnippetMaker().passage(hit).text, "The trade war goes on. The war ends.");
  hit.in_body = matches_in(hit.article.body, {{"war"}});
  EXPECT_EQ(bracketed(SnippetMaker().passage(hit)), "The trade [war] goes on. The [war] ends.");
  hit.in_body = {{0, {5, 7}, {{5, 7}}}};
  EXPECT_EQ(bracketed(SnippetMaker().passage(hit)), "The trade war goes on. The war ends.")
      << "a match that reaches into boilerplate cannot be shown";
  hit.boilerplate = {{0, 61}};
  EXPECT_EQ(SnippetMaker().passage(hit).text, "");
}

struct MarkCase {
  Phrases phrases;
  const char* body;
  const char* shown;
  const char* why;
};

const MarkCase kMarkCases[] = {
    {{{"trade", "war"}},
     "A trade war, again.",
     "A [trade war], again.",
     "a phrase is marked as one"},
    {{{"metoo"}}, "Le #MeToo revient", "Le [#MeToo] revient", "a word as it is written"},
    {{{"关税"}}, "政府宣布新的关税政策。", "政府宣布新的[关税]政策。", "words without spaces"},
    {{{"trade", "war"}, {"war", "zone"}},
     "a trade war zone",
     "a [trade war zone]",
     "marks that overlap become one"},
    {{{"two"}}, "one\n\n two\tthree ", "one [two] three", "one line, single spaces"},
    {{}, "Nothing to mark.", "Nothing to mark.", "no matches at all"},
    {{{"x"}}, "", "", "no body"},
    {{{"x"}}, "— … !", "— … !", "no words"},
};

TEST(Snippet, MarksWhatMatched) {
  for (const MarkCase& test : kMarkCases) {
    SCOPED_TRACE(test.why);
    EXPECT_EQ(bracketed(passage(test.body, test.phrases)), test.shown);
  }
}

TEST(Snippet, ShowsBothEndsOfAProximityAndMarksItsParts) {
  const std::string body =
      "tariff. " + words(40) + "end. The tariff on steel hit Mexico hard. " + words(40);
  const auto at = [&](std::string_view word) {
    const auto matches = matches_in(body, {{std::string(word)}});
    return matches.back().run;
  };
  const WordRange tariff = at("tariff");
  const WordRange mexico = at("mexico");
  const ShownMatch near{0, {tariff.first, mexico.last}, {tariff, mexico}};
  const std::string shown = bracketed(SnippetMaker(1, 9).passage(body, {near}));
  EXPECT_EQ(shown, "… The [tariff] on steel hit [Mexico] hard. word0 word1 …");
}

TEST(Snippet, ShowsSeveralPassagesInTheirOrder) {
  const std::string body = "A needle here. " + words(60) + "end. Then pin and needle. " +
                           words(60) + "end. Last needle.";
  const auto matches = matches_in(body, {{"needle"}, {"pin"}});
  EXPECT_EQ(bracketed(SnippetMaker(1, 6).passage(body, matches)),
            "… Then [pin] and [needle]. word0 word1 …");
  EXPECT_EQ(bracketed(SnippetMaker(2, 6).passage(body, matches)),
            "A [needle] here. word0 word1 word2 … Then [pin] and [needle]. word0 word1 …");
  EXPECT_EQ(
      bracketed(SnippetMaker(9, 6).passage(body, matches)),
      "A [needle] here. word0 word1 word2 … Then [pin] and [needle]. word0 word1 … Last [needle].");
}

TEST(Snippet, PassesOverMatchesThatTheTextHasNot) {
  EXPECT_EQ(SnippetMaker().passage("one two", {{0, {5, 7}, {{5, 7}}}}).text, "one two");
}

TEST(Snippet, ShowsTheWindowWithMostDifferentMarks) {
  const std::string body =
      "alpha alpha alpha alpha. " + words(60) + "alpha near beta. " + words(60);
  const std::string shown = bracketed(passage(body, {{"alpha"}, {"beta"}}, 12));
  EXPECT_NE(shown.find("[alpha] near [beta]"), shown.npos) << shown;
}

TEST(Snippet, BeginsWithTheSentenceOfTheMatch) {
  const std::string body = words(40) + "ended. Then the needle was found. " + words(40);
  const std::string shown = bracketed(passage(body, {{"needle"}}, 20));
  EXPECT_EQ(shown.rfind("… Then the [needle] was found.", 0), 0U) << shown;
}

TEST(Snippet, WithoutAMatchIsTheLede) {
  const std::string shown = passage("One two. " + words(20), {{"absent"}}, 5).text;
  EXPECT_EQ(shown, "One two. word0 word1 word2 …");
}

TEST(Snippet, OfAVeryLongBodyIsShortAndHoldsTheMatch) {
  const std::string body = words(200000) + "needle " + words(200000);
  const Snippet snippet = passage(body, {{"needle"}});
  EXPECT_LT(snippet.text.size(), 400U);
  ASSERT_EQ(snippet.marks.size(), 1U);
  EXPECT_EQ(snippet.marks[0].of(snippet.text), "needle");
}

TEST(Snippet, OfAWordWithoutEndIsCutBetweenCodePoints) {
  const std::string body = std::string(5000, 'x') + " needle " + std::string(5000, 'y');
  const Snippet snippet = passage(body, {{"needle"}});
  EXPECT_LT(snippet.text.size(), 1300U);
  ASSERT_EQ(snippet.marks.size(), 1U);
  EXPECT_EQ(snippet.marks[0].of(snippet.text), "needle");

  std::string wide;
  for (int i = 0; i < 4000; ++i) wide += "é";
  EXPECT_TRUE(is_valid_utf8(passage("a" + wide, {}).text));
}

TEST(Snippet, TitlesAreMarkedWhole) {
  const std::string title = "Trade war: the trade war";
  const auto marks = SnippetMaker().marks_in(title, matches_in(title, {{"trade", "war"}}));
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[1].of(title), "trade war");
}

TEST(Snippet, EveryMarkIsTheWordAndTextIsValid) {
  EXPECT_TRUE(rc::check([](std::size_t seed) {
    const std::vector<std::string> pieces{"needle", "hay.",  "Straw,", "\n\n",
                                          "关税",   "ñandú", "—",      "x\ty"};
    std::string body;
    const auto picks = *rc::gen::container<std::vector<std::size_t>>(
        static_cast<std::size_t>(seed % 80), rc::gen::inRange<std::size_t>(0, pieces.size()));
    for (const std::size_t pick : picks) body += pieces[pick] + ' ';
    const Snippet snippet = passage(body, {{"needle"}}, 8);
    RC_ASSERT(is_valid_utf8(snippet.text));
    RC_ASSERT(snippet.text.find('\n') == std::string::npos);
    for (const Span& span : snippet.marks) RC_ASSERT(span.of(snippet.text) == "needle");
    RC_ASSERT(snippet.marks.empty() == (body.find("needle") == std::string::npos));
  }));
}

}  // namespace
}  // namespace morgue
