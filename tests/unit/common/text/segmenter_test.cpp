// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/segmenter.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/unit/common/text/nasty_sentences.h"

namespace morgue {
namespace {

using Parts = std::vector<std::string>;

Parts parts(std::string_view text, const std::vector<Span>& spans) {
  Parts found;
  for (const Span& span : spans) found.emplace_back(span.of(text));
  return found;
}

struct Case {
  const char* text;
  Parts parts;
  const char* why;
};

TEST(FindParagraphs, PartsByBlankLinesOrElseByIndent) {
  const Case cases[] = {
      {"", {}, "nothing"},
      {" \n\t\n ", {}, "white space only"},
      {"one", {"one"}, "a single line"},
      {"one\ntwo", {"one\ntwo"}, "soft line breaks"},
      {"one\n\ntwo", {"one", "two"}, "blank line"},
      {"one\r\n\r\ntwo\r\n", {"one", "two"}, "Windows line ends"},
      {"\n\n  one\n \t \n\n\u00A0\ntwo  \n\n",
       {"one", "two"},
       "blank lines with white space in them"},
      {"  one\ntwo\n   three\nfour",
       {"one\ntwo", "three\nfour"},
       "wire copy: an indent begins one"},
      {"\n\none\n  two\n\n", {"one", "two"}, "blank lines at the ends only do not part"},
      {"one\n  indented\n\ntwo",
       {"one\n  indented", "two"},
       "a blank line makes indents meaningless"},
      {"\u3000\u6771\u4EAC\n\u3000\u65B0\u805E", {"\u6771\u4EAC", "\u65B0\u805E"}, "wide indent"},
  };
  for (const auto& [text, expected, why] : cases) {
    EXPECT_EQ(parts(text, find_paragraphs(text)), expected) << why;
  }
}

TEST(SentenceFinder, PartsByTheRulesOfUnicode) {
  const Case cases[] = {
      {"", {}, "nothing"},
      {"No end", {"No end"}, "no full stop"},
      {"One. Two? Three! Four", {"One. ", "Two? ", "Three! ", "Four"}, "marks"},
      {"It is 3.5 per cent. of all",
       {"It is 3.5 per cent. of all"},
       "numbers; a small letter goes on"},
      {"He said: \u201CGo.\u201D Then", {"He said: \u201CGo.\u201D ", "Then"}, "closing quotes"},
      {"Wait\u2026 What?! (Yes.) No", {"Wait\u2026 What?! ", "(Yes.) ", "No"}, "several marks"},
      {"the U.S.A. is", {"the U.S.A. is"}, "abbreviation"},
      {"One\ntwo. Three\r\nfour.", {"One\ntwo. ", "Three\r\nfour."}, "soft line breaks"},
      {"One.\nTwo.", {"One.\n", "Two."}, "a line break after the mark"},
      {"A\u2028b\u2029c\u0085d.", {"A\u2028b\u2029c\u0085d."}, "other separators, same length"},
      {"\u5317\u4EAC\u3002\u65B0\u805E\u3002",
       {"\u5317\u4EAC\u3002", "\u65B0\u805E\u3002"},
       "Chinese"},
      {"\u0939\u0948\u0964 \u0914\u0930", {"\u0939\u0948\u0964 ", "\u0914\u0930"}, "danda"},
      {"\u0645\u0627\u061F \u0646\u0639\u0645.",
       {"\u0645\u0627\u061F ", "\u0646\u0639\u0645."},
       "Arabic"},
  };
  SentenceFinder finder;
  for (const auto& [text, expected, why] : cases) {
    EXPECT_EQ(parts(text, finder.find(text)), expected) << why;
  }
}

TEST(SegmenterLaw, SentencesCoverTheTextAndParagraphsLeaveOutOnlyWhiteSpace) {
  EXPECT_TRUE(rc::check("spans are in order, none empty", [] {
    const std::string text = *nasty_sentences();
    std::uint32_t end = 0;
    for (const Span& sentence : SentenceFinder().find(text)) {
      RC_ASSERT(sentence.begin == end);
      RC_ASSERT(sentence.end > end);
      end = sentence.end;
    }
    RC_ASSERT(end == text.size());
    std::string left_out;
    std::uint32_t before = 0;
    for (const Span& paragraph : find_paragraphs(text)) {
      RC_ASSERT(paragraph.begin >= before);
      RC_ASSERT(paragraph.size() > 0u);
      left_out += text.substr(before, paragraph.begin - before);
      before = paragraph.end;
    }
    left_out += text.substr(before);
    RC_ASSERT(find_paragraphs(left_out).empty());
  }));
}

}  // namespace
}  // namespace morgue
