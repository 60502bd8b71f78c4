// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/analyzer.h"

#include <chrono>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace morgue {
namespace {

/// The tokens as one line: folded forms parted by " | ", each with its bare form in brackets.
std::string shown(const TokenList& list) {
  std::string line;
  for (const Token& token : list.tokens()) {
    if (!line.empty()) line += " | ";
    line += token.folded;
    if (!token.bare.empty()) line += "(" + std::string(token.bare) + ")";
  }
  return line;
}

std::string analyzed(std::string_view text, WordPath path) {
  Analyzer analyzer(path);
  TokenList list;
  analyzer.analyze(text, list);
  return shown(list);
}

struct TokenCase {
  const char* text;
  const char* tokens;
  const char* why;
};

constexpr TokenCase kCases[] = {
    {"", "", "nothing"},
    {" \t\r\n ", "", "white space only"},
    {"... -- !? \u2014 \u201C\u201D & + #", "", "punctuation is no word"},
    {"\U0001F600 \u2764\uFE0F \U0001F1F2\U0001F1FD \u00A9 \u20AC", "", "nor are emoji and symbols"},
    {"New tariffs.", "new | tariffs", "words"},
    {"(\"New\u00A0tariffs\u201D),", "new | tariffs", "no-break space, quotes"},

    {"the U.S. and us", "the | u.s | and | us", "U.S. is not us"},
    {"U.S.A. U.N.'s", "u.s.a | u.n | s", "abbreviations without the last full stop"},
    {"3.5 1,000 23.1.2024 1,000,000.50", "3.5 | 1,000 | 23.1.2024 | 1,000,000.50",
     "numbers, dates"},
    {"2024-03-05 12:30 50% $3", "2024 | 03 | 05 | 12 | 30 | 50 | 3", "other marks part numbers"},
    {"COVID-19 self-made", "covid | 19 | self | made", "hyphens part words"},
    {"COVID\u201119 self\u2010made", "covid | 19 | self | made", "so do other hyphens"},
    {"No. 23-1732", "no | 23 | 1732", "docket number"},
    {"foo_bar __ _x_", "foo_bar | _x_", "underscores join but are no word alone"},
    {"3D 4th B2B A4", "3d | 4th | b2b | a4", "letters and digits stay together"},

    {"AT&T R&D S&P Q&A", "at&t | r&d | s&p | q&a", "short names with an ampersand"},
    {"A&B&C", "a&b&c", "two ampersands"},
    {"AT&T's AT&T\u2019s", "at&t's(at&t) | at&t's(at&t)", "possessive of such a name"},
    {"Black&Decker Hart&Co H&amp;M", "black | decker | hart | co | h&amp | m",
     "long sides are not joined"},
    {"AT & T AT& &T 3&4", "at | t | at | t | 3 | 4", "spaces, half a name, numbers"},
    {"\u00C9&T", "e&t", "an accented side"},
    {"\u4E2D&\u6587", "\u4E2D | \u6587", "ideographs are words of their own"},
    {"C++ g++ (C++), C++11", "c++ | g++ | c++ | c++ | 11", "languages with plus signs"},
    {"A+ A+++ 18++ ++C", "a | a | 18 | c", "other plus signs"},
    {"C# F#, C#x A#1 ab# #", "c# | f# | c | x | a | 1 | ab", "one letter and a sharp"},

    {"#MeToo (#MeToo) \u201C#MeToo", "#metoo(metoo) | #metoo(metoo) | #metoo(metoo)", "hashtag"},
    {"#MeToo! #19 #foo_bar", "#metoo(metoo) | #19(19) | #foo_bar(foo_bar)", "its end"},
    {"a#b ##tag x/#y", "a | b | tag | x | y", "a sign inside or doubled is no mark"},
    {"@user .@user @foo.bar", "@user(user) | @user(user) | @foo.bar(foo.bar)", "user name"},
    {"@\u00D1and\u00FA", "@nandu(nandu)", "user name with accents"},
    {"a.b-c+d@e-f.org", "a.b-c+d@e-f.org(e-f.org)", "e-mail address"},
    {"<Jane.Doe@Reuters.Com>.", "jane.doe@reuters.com(reuters.com)", "e-mail in brackets"},
    {"x:jane@web2.uk,bob@c.org", "x | jane@web2.uk(web2.uk) | bob@c.org(c.org)", "two e-mails"},
    {"user@host 3@4.50", "user | host | 3 | 4.50", "no domain"},
    {"www.elpais.com WWW.BBC.com", "www.elpais.com(elpais.com) | www.bbc.com(bbc.com)", "hosts"},
    {"https://www.elpais.com/mexico/2024-03-05/x.html",
     "https | www.elpais.com(elpais.com) | mexico | 2024 | 03 | 05 | x.html", "URL"},
    {"elpais.com/a?b=c", "elpais.com | a | b | c", "host without www"},
    {"www.el-pais.com", "www.el(el) | pais.com", "the phrase el-pais.com matches the bare form"},

    {"l'enfant L\u2019Or\u00E9al d\u2018Artagnan", "l | enfant | l | oreal | d | artagnan",
     "elision"},
    {"qu'il jusqu\u2019ici dell'arte un'altra", "qu | il | jusqu | ici | dell | arte | un | altra",
     "longer elided words"},
    {"d'un'altra", "d | un | altra", "two elisions"},
    {"l'a aujourd'hui o'clock don't T's", "l'a | aujourd'hui | o'clock | don't | t's",
     "no elision"},
    {"Mexico's Mexico\u2019s O'Brien", "mexico's | mexico's | o'brien", "apostrophes stay"},
    {"G7's 3M\u2019s yahoo.com's", "g7 | s | 3m's(3m) | yahoo.com's(yahoo.com)",
     "possessives that no stemmer takes off"},
    {"tomorrow.The end.And so", "tomorrow | the | end | and | so", "lost space"},
    {"a.The example.com Node.js", "a.the | example.com | node.js", "no lost space"},

    {"Pen\u0303a PE\u00D1A", "pena | pena", "NFD and capitals"},
    {"\uFB01nance \uFF34okyo", "finance | tokyo", "ligature and full width"},
    {"Stra\u00DFe \u0130stanbul \u0130\u0131", "strasse | istanbul | i\u0131", "German, Turkish"},
    {"\u039F\u03B4\u03C5\u03C3\u03C3\u03AD\u03B1\u03C2",
     "\u03BF\u03B4\u03C5\u03C3\u03C3\u03B5\u03B1\u03C3", "Greek final sigma"},
    {"\u041F\u0440\u0435\u0437\u0438\u0434\u0435\u043D\u0442 \u0420\u043E\u0441\u0441\u0438\u0438.",
     "\u043F\u0440\u0435\u0437\u0438\u0434\u0435\u043D\u0442 | "
     "\u0440\u043E\u0441\u0441\u0438\u0438",
     "Russian"},
    {"\u0627\u0644\u062D\u0631\u0628\u060C \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
     "\u0627\u0644\u062D\u0631\u0628 | \u0627\u0644\u0639\u0631\u0628\u064A\u0629", "Arabic"},
    {"\u05E6\u05D4\u05F4\u05DC \u05E6\u05D4\"\u05DC",
     "\u05E6\u05D4\u05F4\u05DC | \u05E6\u05D4\"\u05DC", "Hebrew acronym"},
    {"\u0939\u093F\u0928\u094D\u0926\u0940 \u092E\u0947\u0902\u0964",
     "\u0939\u093F\u0928\u094D\u0926\u0940 | \u092E\u0947\u0902", "Hindi with its vowel signs"},
    {"\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35\u0E0A\u0E32\u0E27\u0E42\u0E25\u0E01",
     "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35 | \u0E0A\u0E32\u0E27 | \u0E42\u0E25\u0E01",
     "Thai by dictionary"},
    {"\u5317\u4EAC\u5927\u5B66\u7684\u5B66\u751F\u3002",
     "\u5317\u4EAC | \u5927\u5B66 | \u7684 | \u5B66\u751F", "Chinese by dictionary"},
    {"\u6771\u4EAC\u306E\u65B0\u805E", "\u6771\u4EAC | \u306E | \u65B0\u805E", "Japanese"},
    {"\uD55C\uAD6D \uC2E0\uBB38\uC740", "\uD55C\uAD6D | \uC2E0\uBB38\uC740", "Korean"},
    {"co\u00ADoperate \u00AD", "cooperate", "soft hyphen"},
    {"\u3164 x", "x", "a letter that no one sees is no token"},
    {"Col\u00B7lecci\u00F3", "col\u00B7leccio", "Catalan"},
};

TEST(Analyzer, FindsWordsAsTheyAreTyped) {
  for (const auto& [text, tokens, why] : kCases) {
    SCOPED_TRACE(why);
    EXPECT_EQ(analyzed(text, WordPath::Fast), tokens);
    EXPECT_EQ(analyzed(text, WordPath::IcuOnly), tokens);
  }
}

TEST(Analyzer, KeepsWhatWasWritten) {
  Analyzer analyzer;
  TokenList list;
  const std::string text = "The #Pen\u0303a L\u2019\u00C9tat x";
  analyzer.analyze(text, list);
  ASSERT_EQ(shown(list), "the | #pena(pena) | l | etat | x");
  const auto& tokens = list.tokens();
  EXPECT_EQ(tokens[0].exact, "The");
  EXPECT_EQ(tokens[1].exact, "#Pe\u00F1a") << "NFC";
  EXPECT_EQ(tokens[2].exact, "L");
  EXPECT_EQ(tokens[3].exact, "\u00C9tat");
  EXPECT_EQ(tokens[4].exact, "x");
}

TEST(Analyzer, SaysWhereTokensStand) {
  Analyzer analyzer;
  TokenList list;
  const std::string text = "\u201CPe\u00F1a\u201D \U0001F600 C++\u2026 www.x.y";
  analyzer.analyze(text, list);
  ASSERT_EQ(shown(list), "pena | c++ | www.x.y(x.y)");
  const auto& tokens = list.tokens();
  EXPECT_EQ(tokens[0].bytes.of(text), "Pe\u00F1a");
  EXPECT_EQ(tokens[0].points, (Span{1, 5}));
  EXPECT_EQ(tokens[1].bytes.of(text), "C++");
  EXPECT_EQ(tokens[1].points, (Span{9, 12}));
  EXPECT_EQ(tokens[2].bytes.of(text), "www.x.y");
  EXPECT_EQ(tokens[2].points, (Span{14, 21}));
}

TEST(Analyzer, TellsWhereSentencesAndParagraphsStart) {
  using Starts = std::vector<std::uint32_t>;
  Analyzer analyzer;
  TokenList list;
  analyzer.analyze_with_breaks("One two. Three\nfour! \u2014 ?\n\n***\n\nFive six. Seven.", list);
  ASSERT_EQ(shown(list), "one | two | three | four | five | six | seven");
  EXPECT_EQ(list.paragraph_starts(), (Starts{0, 4})) << "a paragraph without words starts nothing";
  EXPECT_EQ(list.sentence_starts(), (Starts{0, 2, 4, 6}));

  analyzer.analyze("One. Two.", list);
  EXPECT_TRUE(list.sentence_starts().empty()) << "not asked for";
  analyzer.analyze_with_breaks("", list);
  EXPECT_TRUE(list.tokens().empty());
  EXPECT_TRUE(list.sentence_starts().empty());
  EXPECT_TRUE(list.paragraph_starts().empty());
}

TEST(Analyzer, AListMovesWithItsForms) {
  Analyzer analyzer;
  TokenList first;
  const std::string text = "PE\u00D1A Nieto";
  analyzer.analyze(text, first);
  const TokenList second = std::move(first);
  EXPECT_EQ(shown(second), "pena | nieto");
  analyzer.analyze("New TEXT", first);
  EXPECT_EQ(shown(first), "new | text") << "a list that was moved from can be used again";
  EXPECT_EQ(shown(second), "pena | nieto");
}

struct LongCase {
  const char* unit;
  const char* why;
};

constexpr LongCase kLongChunks[] = {
    {"x", "one word"},
    {"X", "one word to fold"},
    {"a.", "joined letters"},
    {"a-", "hyphens"},
    {"a@", "half an address"},
    {"a@b.c-", "addresses that run on"},
    {"a&", "joined names"},
    {"l'", "nested elision"},
    {"qu'il.Il", "splits"},
    {"#@", "marks"},
    {"\u00E9", "accents"},
    {"\u2019", "no letters"},
    {"\u0301", "marks only"},
    {"\u4E2D\u6587", "Chinese without an end"},
    {"\u0E44\u0E17\u0E22", "Thai without an end"},
    {"\u05D0@:", "ICU word by word"},
};

TEST(Analyzer, TakesLinearTimeOnTextWithoutSpaces) {
  constexpr std::size_t kBytes = 5'000'000;
  for (const auto& [unit, why] : kLongChunks) {
    std::string text;
    while (text.size() < kBytes) text += unit;
    Analyzer analyzer;
    TokenList list;
    const auto start = std::chrono::steady_clock::now();
    analyzer.analyze(text, list);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 30.0) << why << ": quadratic time would be hours";
    for (const Token& token : list.tokens()) ASSERT_LE(token.bytes.end, text.size());
  }
}

}  // namespace
}  // namespace morgue
