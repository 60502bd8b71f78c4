// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/snippet.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "common/text/utf8.h"
#include "pages.h"

namespace morgue {
namespace {

using test::mark;

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

MarkedWord prefix(std::string text) { return {{}, "", std::move(text)}; }

struct MarkCase {
  Marks marks;
  const char* body;
  const char* shown;
  const char* why;
};

const MarkCase kMarkCases[] = {
    {{mark({"trade", "war"})},
     "A trade war, again.",
     "A [trade war], again.",
     "a phrase is marked as one"},
    {{mark({"trade", "war"})}, "War on trade.", "War on trade.", "the words of a phrase in order"},
    {{mark({"metoo"})}, "Le #MeToo revient", "Le [#MeToo] revient", "the bare form of a tag"},
    {{mark({"#metoo"})}, "MeToo and #MeToo", "MeToo and [#MeToo]", "the tag itself"},
    {{mark({"pena"})}, "Peña dijo", "[Peña] dijo", "folded against written"},
    {{{{{"pena"}, "Peña", ""}}}, "Pena y Peña", "Pena y [Peña]", "an exact word"},
    {{{prefix("tarif")}}, "Tarifas and tariffs", "[Tarifas] and [tariffs]", "a prefix"},
    {{mark({"关税"})},
     "政府宣布新的关税政策。",
     "政府宣布新的[关税]政策。",
     "words without spaces"},
    {{mark({"trade", "war"}), mark({"war", "zone"})},
     "a trade war zone",
     "a [trade war zone]",
     "marks that overlap become one"},
    {{mark({"two"})}, "one\n\n two\tthree ", "one [two] three", "one line, single spaces"},
    {{}, "Nothing to mark.", "Nothing to mark.", "no marks at all"},
    {{{}}, "An empty mark.", "An empty mark.", "a mark without words marks nothing"},
    {{mark({"x"})}, "", "", "no body"},
    {{mark({"x"})}, "— … !", "— … !", "no words"},
};

TEST(Snippet, MarksWhatMatched) {
  for (const MarkCase& test : kMarkCases) {
    SCOPED_TRACE(test.why);
    EXPECT_EQ(bracketed(SnippetMaker(test.marks).passage(test.body)), test.shown);
  }
}

TEST(Snippet, ShowsTheWindowWithMostDifferentMarks) {
  const std::string body =
      "alpha alpha alpha alpha. " + words(60) + "alpha near beta. " + words(60);
  const std::string shown =
      bracketed(SnippetMaker({mark({"alpha"}), mark({"beta"})}, 12).passage(body));
  EXPECT_NE(shown.find("[alpha] near [beta]"), shown.npos) << shown;
}

TEST(Snippet, BeginsWithTheSentenceOfTheMatch) {
  const std::string body = words(40) + "ended. Then the needle was found. " + words(40);
  const std::string shown = bracketed(SnippetMaker({mark({"needle"})}, 20).passage(body));
  EXPECT_EQ(shown.rfind("… Then the [needle] was found.", 0), 0U) << shown;
}

TEST(Snippet, WithoutAMatchIsTheLede) {
  const std::string shown =
      SnippetMaker({mark({"absent"})}, 5).passage("One two. " + words(20)).text;
  EXPECT_EQ(shown, "One two. word0 word1 word2 …");
}

TEST(Snippet, OfAVeryLongBodyIsShortAndHoldsTheMatch) {
  const std::string body = words(200000) + "needle " + words(200000);
  const Snippet snippet = SnippetMaker({mark({"needle"})}).passage(body);
  EXPECT_LT(snippet.text.size(), 400U);
  ASSERT_EQ(snippet.marks.size(), 1U);
  EXPECT_EQ(snippet.marks[0].of(snippet.text), "needle");
}

TEST(Snippet, OfAWordWithoutEndIsCutBetweenCodePoints) {
  const std::string body = std::string(5000, 'x') + " needle " + std::string(5000, 'y');
  const Snippet snippet = SnippetMaker({mark({"needle"})}).passage(body);
  EXPECT_LT(snippet.text.size(), 1300U);
  ASSERT_EQ(snippet.marks.size(), 1U);
  EXPECT_EQ(snippet.marks[0].of(snippet.text), "needle");

  std::string wide;
  for (int i = 0; i < 4000; ++i) wide += "é";
  EXPECT_TRUE(is_valid_utf8(SnippetMaker({}).passage("a" + wide).text));
}

TEST(Snippet, TitlesAreMarkedWhole) {
  const std::string title = "Trade war: the trade war";
  const auto marks = SnippetMaker({mark({"trade", "war"})}).marks_in(title);
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
    const Snippet snippet = SnippetMaker({mark({"needle"})}, 8).passage(body);
    RC_ASSERT(is_valid_utf8(snippet.text));
    RC_ASSERT(snippet.text.find('\n') == std::string::npos);
    for (const Span& span : snippet.marks) RC_ASSERT(span.of(snippet.text) == "needle");
    RC_ASSERT(snippet.marks.empty() == (body.find("needle") == std::string::npos));
  }));
}

}  // namespace
}  // namespace morgue
