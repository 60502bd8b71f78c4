// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentence_rules.h"

#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/unit/common/text/code_points.h"
#include "tests/unit/common/text/nasty_sentences.h"

namespace morgue {
namespace {

TEST(SimpleSentences, LeavesMarksAndRareScriptsToIcu) {
  SimpleSentences simple;
  std::vector<Span> sentences;
  for (const char* text :
       {"Plain.", "\u00C9t\u00E9.", "\u0420\u0443\u0441.", "\u0639\u0631\u0628.", "a\u2026"}) {
    EXPECT_TRUE(simple.find(text, sentences)) << text;
    EXPECT_EQ(sentences.size(), 1u) << text;
  }
  for (const char* text : {"e\u0301.", "\u4E2D\u3002", "a\u00ADb.", "\U0001F600."}) {
    EXPECT_FALSE(simple.find(text, sentences)) << text;
    EXPECT_TRUE(sentences.empty()) << text;
  }
}

TEST(SimpleSentencesLaw, FindsWhatIcuFinds) {
  SimpleSentences simple;
  IcuSentences icu;
  std::vector<Span> found;
  std::vector<Span> expected;
  EXPECT_TRUE(rc::check("SimpleSentences == IcuSentences", [&] {
    const std::string text = *nasty_sentences();
    RC_PRE(simple.find(text, found));
    icu.find(text, expected);
    RC_ASSERT(found == expected);
  }));
}

TEST(SimpleSentencesLaw, AgreesWithIcuOnEveryCodePointItTakes) {
  SimpleSentences simple;
  IcuSentences icu;
  std::vector<Span> found;
  std::vector<Span> expected;
  std::size_t taken = 0;
  for (char32_t c = 1; c < 0x3000; ++c) {
    const std::string x = encode_utf8(c);
    for (const std::string& text :
         {x, x + "a", "a" + x + "B", "a." + x, "A." + x + "b", "a. " + x + " b", "a. " + x + "B",
          "a?" + x + "B", "a? " + x + " b", "1" + x + "2", "a" + x + ".1",
          "a" + x + " B" + x + x + "c", x + ".B", x + ". b", x + x + " " + x + "\"B.\" " + x}) {
      if (!simple.find(text, found)) continue;
      ++taken;
      icu.find(text, expected);
      ASSERT_EQ(found, expected) << std::hex << static_cast<unsigned>(c) << ": " << text;
    }
  }
  EXPECT_GT(taken, 20'000u);
}

TEST(SimpleSentences, TakesLinearTime) {
  SimpleSentences simple;
  std::vector<Span> sentences;
  for (const std::string unit : {".", ". ", ". 1 ", ".) ", "? ,", "a. 1 1 1 "}) {
    std::string text;
    while (text.size() < 5'000'000) text += unit;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(simple.find(text, sentences));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 30.0) << unit << ": quadratic time would be hours";
  }
}

}  // namespace
}  // namespace morgue
