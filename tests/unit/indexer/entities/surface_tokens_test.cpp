// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/surface_tokens.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace morgue {
namespace {

SurfaceText surface_of(const std::string& text) {
  Analyzer analyzer;
  TokenList words;
  analyzer.analyze_with_breaks(text, words);
  SurfaceText surface;
  make_surface_text(text, words, surface);
  return surface;
}

/// Tokens parted by spaces, sentences by " / ".
std::string shown(const std::string& text) {
  const SurfaceText surface = surface_of(text);
  std::string out;
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < surface.tokens.size(); ++i) {
    const bool starts =
        sentence < surface.sentence_starts.size() && surface.sentence_starts[sentence] == i;
    if (starts) ++sentence;
    if (i > 0) out += starts ? " / " : " ";
    out += surface.written(i);
  }
  return out;
}

TEST(SurfaceTokens, AreThoseOfLabelledNewswire) {
  const struct {
    const char* text;
    const char* tokens;
    const char* why;
  } cases[] = {
      {"", "", "nothing"},
      {" \n\t ", "", "no more than white space"},
      {"Sheinbaum spoke.", "Sheinbaum spoke .", "a full stop is a token"},
      {"Mexico's plan", "Mexico 's plan", "a possessive is apart"},
      {"Mexico\u2019s plan", "Mexico \u2019s plan", "with a typographic apostrophe, too"},
      {"Mexico 's plan", "Mexico 's plan", "as texts that were split have it"},
      {"They don't and won't", "They do n't and wo n't", "so is a negation"},
      {"Gulf states' oil", "Gulf states ' oil", "a plural possessive leaves a mark"},
      {"Mr. Rubio met Dr. Ruiz.", "Mr. Rubio met Dr. Ruiz .", "titles keep their full stop"},
      {"J. Smith and J.P. Morgan", "J. Smith and J.P. Morgan", "so do initials"},
      {"the U.S. Senate", "the U.S. Senate", "an acronym with stops"},
      {"U.S.-based AT&T", "U.S.-based AT&T", "hyphens and ampersands join"},
      {"l'Oréal of O'Neill", "l'Oréal of O'Neill", "apostrophes inside names join"},
      {"a 21-year-old, 3.5 %", "a 21-year-old , 3.5 %", "numbers"},
      {"the PRI (Mexico)", "the PRI ( Mexico )", "brackets are tokens"},
      {"\"No,\" he said", "\" No , \" he said", "quotation marks are tokens"},
      {"well -- perhaps...", "well -- perhaps ...", "runs of dots and dashes are one"},
      {"Acme Corp. of Utah", "Acme Corp. of Utah", "Corp. with its stop"},
      {"He runs Acme Corp.", "He runs Acme Corp .", "at the end of all it ends a sentence"},
      {"It ended. He left.", "It ended . / He left .", "sentences"},
      {"Mr. Rubio left. Ms. Ruiz stayed.", "Mr. Rubio left . / Ms. Ruiz stayed .",
       "none ends after a title"},
      {"MEXICO CITY\nThe plan", "MEXICO CITY / The plan", "a line ends one"},
      {"señor Peña", "señor Peña", "letters with accents"},
      {"He left. \"No,\" (he) said.", "He left . / \" No , \" ( he ) said .", "opening marks"},
      {"¿Quién? ¡México!", "¿ Quién ? / ¡ México !", "marks of Spanish"},
      {"los EE.UU. y China", "los EE.UU. y China", "doubled letters with stops"},
      {"a\u00A0b", "a b", "white space that is not ASCII is no token"},
  };
  for (const auto& one : cases) EXPECT_EQ(shown(one.text), one.tokens) << one.why;
}

TEST(SurfaceTokens, LinesBrokenAtAWidthAreOneText) {
  const std::string wrapped =
      "The president of the republic said on Monday that Claudia\n"
      "Sheinbaum would travel to the north of the country to see\n"
      "the works that were begun there in the spring by the army\n"
      "and to speak with those who had lost their homes in March\n"
      "when the river rose.\n";
  EXPECT_EQ(shown(wrapped).find('/'), std::string::npos) << shown(wrapped);
}

/// Any text of the letters, marks and spaces that matter here.
rc::Gen<std::string> texts() {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "Mr",   "U.S", "Sheinbaum", "said", "l", "\u2019", "'",    "s", "n't", ".",
      "..",   "-",   "--",        ",",    "(", ")",      " ",    " ", " ",   "\n",
      "\n\n", "é",   "Peña",      "3",    "%", "\u00A0", "漢字", "&", "\"",  "M"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& pieces) {
    std::string text;
    for (const std::string& one : pieces) text += one;
    return text;
  });
}

RC_GTEST_PROP(SurfaceTokens, CoverAllThatIsNotWhite, ()) {
  const std::string text = *texts();
  const SurfaceText surface = surface_of(text);
  std::size_t at = 0;
  const auto only_white = [&](std::size_t begin, std::size_t end) {
    std::string between = text.substr(begin, end - begin);
    for (std::size_t i; (i = between.find("\u00A0")) != std::string::npos;) between.erase(i, 2);
    return between.find_first_not_of(" \n\t\r") == std::string::npos;
  };
  for (const Span& token : surface.tokens) {
    RC_ASSERT(token.begin >= at);
    RC_ASSERT(token.end > token.begin);
    RC_ASSERT(only_white(at, token.begin));
    at = token.end;
  }
  RC_ASSERT(only_white(at, text.size()));
  RC_ASSERT(surface.sentence_starts.empty() == surface.tokens.empty());
  for (std::size_t i = 0; i < surface.sentence_starts.size(); ++i) {
    const bool ascends = i == 0 || surface.sentence_starts[i] > surface.sentence_starts[i - 1];
    RC_ASSERT(ascends);
    RC_ASSERT(surface.sentence_starts.front() == 0U);
    RC_ASSERT(surface.sentence_starts[i] < surface.tokens.size());
  }
}

}  // namespace
}  // namespace morgue
