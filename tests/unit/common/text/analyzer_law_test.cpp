// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the tokens of any text.
#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "tests/unit/common/text/code_points.h"
#include "tests/unit/common/text/same_tokens.h"

namespace morgue {
namespace {

const std::vector<std::string> kPlain = {
    "a", "b",  "Ab", "x",   "The",    "W",      "s",      "S",      "1",      "23",     "www",
    "l", "qu", "un", "com", " ",      "\n",     ".",      ".",      ",",      "'",      "'",
    "&", "&",  "+",  "++",  "#",      "@",      "@",      "_",      "-",      "-",      ":",
    "/", "(",  "\"", ";",   "\u2019", "\u2018", "\u201C", "\u201D", "\u2013", "\u2014", "\u2026"};

const std::vector<std::string> kOther = {
    "\u00E9", "\u00C9", "e\u0301", "\u00DF", "\u0130", "\u0131",     "\u00B7",     "\u00A0",
    "\u00AD", "\u00AA", "\u00B2",  "\u0149", "\u02BB", "\u02BC",     "\u02C2",     "\u0301",
    "\u0387", "\u03A3", "\u03C2",  "\u0439", "\u0451", "\u055A",     "\u05D0",     "\u05F4",
    "\u0627", "\u0651", "\u0660",  "\u066B", "\u066C", "\u0967",     "\u093F",     "\u0915",
    "\u0E44", "\u0E17", "\u0E22",  "\u1100", "\u1161", "\u200B",     "\u200D",     "\u2024",
    "\u2028", "\u202F", "\u203F",  "\u2160", "\u24B6", "\u3000",     "\u3005",     "\u3042",
    "\u30AB", "\u3164", "\u4E2D",  "\u6587", "\uD55C", "\uFB01",     "\uFE0F",     "\uFF07",
    "\uFF0E", "\uFF20", "\uFF21",  "\uFF3F", "\uFF9E", "\U0001F1F2", "\U0001F600", "\U0001D400"};

rc::Gen<std::string> text_of(const std::vector<std::string>& pieces) {
  constexpr int kLongest = 2000;
  const auto chosen = rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
  return rc::gen::map(rc::gen::resize(kLongest, chosen), [](const auto& some) {
    return std::accumulate(some.begin(), some.end(), std::string());
  });
}

std::vector<std::string> all_pieces() {
  std::vector<std::string> all = kPlain;
  all.insert(all.end(), kOther.begin(), kOther.end());
  return all;
}

TEST(AnalyzerLaw, BothWaysThroughATextFindTheSame) {
  BothAnalyzers both;
  for (const auto& pieces : {kPlain, all_pieces()}) {
    EXPECT_TRUE(rc::check("Fast == IcuOnly", [&] {
      const std::string text = *text_of(pieces);
      RC_ASSERT(both.difference(text) == std::nullopt);
    }));
  }
}

TEST(AnalyzerLaw, BothWaysAgreeOnEveryCodePointBetweenLettersAndDigits) {
  BothAnalyzers both;
  for (char32_t c = 1; c <= kLastCodePoint; c = c == 0x2FFF ? 0xFB00 : c + 1) {
    if (c == 0x10000) break;
    const std::string x = encode_utf8(c);
    const std::string text = x + " " + x + "a " + x + "1 a" + x + " 1" + x + " a" + x + "b 1" + x +
                             "2 a" + x + "1 1" + x + "a _" + x + "_ a" + x + x + "b \u00E9" + x +
                             "\u0627 '" + x + "' l'" + x + "a a." + x + " @" + x;
    ASSERT_EQ(both.difference(text), std::nullopt) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(AnalyzerLaw, TokensStandWhereTheySay) {
  Analyzer analyzer;
  EXPECT_TRUE(rc::check("spans, forms and positions agree with the text", [&] {
    const std::string text = *text_of(all_pieces());
    TokenList list;
    analyzer.analyze(text, list);
    std::uint32_t end = 0;
    for (const Token& token : list.tokens()) {
      RC_ASSERT(token.bytes.begin >= end);
      RC_ASSERT(token.bytes.size() > 0u);
      end = token.bytes.end;
      RC_ASSERT(end <= text.size());
      const std::string_view written = token.bytes.of(text);
      RC_ASSERT(is_valid_utf8(written));
      RC_ASSERT(token.points.begin == count_code_points(text.substr(0, token.bytes.begin)));
      RC_ASSERT(token.points.size() == count_code_points(written));
      RC_ASSERT(!token.folded.empty());
      RC_ASSERT(token.folded == fold(written));
      RC_ASSERT(token.exact == to_nfc(written));
      RC_ASSERT(token.bare.size() < token.folded.size());
      RC_ASSERT(token.folded.find(token.bare) != std::string_view::npos);
    }
  }));
}

TEST(AnalyzerLaw, ATokenTypedAloneIsThatToken) {
  Analyzer analyzer;
  EXPECT_TRUE(rc::check("analyze(token as written) and analyze(its folded form) give it", [&] {
    const std::string text = *text_of(kPlain);
    TokenList list;
    analyzer.analyze(text, list);
    for (const Token& token : list.tokens()) {
      for (const std::string_view typed : {token.bytes.of(text), token.folded}) {
        TokenList alone;
        analyzer.analyze(typed, alone);
        RC_ASSERT(alone.tokens().size() == 1u);
        RC_ASSERT(alone.tokens()[0].folded == token.folded);
        RC_ASSERT(alone.tokens()[0].bare == token.bare);
      }
    }
  }));
}

TEST(AnalyzerLaw, SentencesAndParagraphsStartAtTokens) {
  Analyzer analyzer;
  EXPECT_TRUE(rc::check("starts ascend; every paragraph starts a sentence", [&] {
    std::vector<std::string> pieces = all_pieces();
    pieces.insert(pieces.end(), {"\n\n", "\n\n", ". ", "? ", "\r\n", "\n  "});
    const std::string text = *text_of(pieces);
    TokenList list;
    analyzer.analyze_with_breaks(text, list);
    for (const auto* starts : {&list.sentence_starts(), &list.paragraph_starts()}) {
      RC_ASSERT(starts->empty() == list.tokens().empty());
      if (starts->empty()) continue;
      RC_ASSERT(starts->front() == 0u);
      RC_ASSERT(starts->back() < list.tokens().size());
      for (std::size_t i = 1; i < starts->size(); ++i) RC_ASSERT((*starts)[i - 1] < (*starts)[i]);
    }
    for (const std::uint32_t start : list.paragraph_starts()) {
      const auto& sentences = list.sentence_starts();
      RC_ASSERT(std::binary_search(sentences.begin(), sentences.end(), start));
    }
  }));
}

}  // namespace
}  // namespace morgue
