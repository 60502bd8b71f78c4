// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/fold.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/common/text/code_points.h"

namespace morgue {
namespace {

struct FoldCase {
  const char* typed;
  const char* folded;
  const char* why;
};

constexpr FoldCase kFolds[] = {
    {"", "", "nothing"},
    {"Tariffs", "tariffs", "ASCII"},
    {"PE\u00D1A", "pena", "capital letter with accent"},
    {"pen\u0303a", "pena", "the same word in NFD"},
    {"\u1EA4\u1EBF", "ae", "two accents on one letter"},
    {"\uFB01nance", "finance", "ligature"},
    {"\uFF34\uFF4F\uFF4B\uFF59\uFF4F", "tokyo", "full-width letters"},
    {"Stra\u00DFe", "strasse", "sharp s"},
    {"STRA\u1E9EE", "strasse", "capital sharp s"},
    {"\u0130stanbul", "istanbul", "Turkish dotted capital I"},
    {"I\u011FD\u0131r", "igd\u0131r", "I is i in every language; the dotless i is a letter"},
    {"\u0141\u00F3d\u017A", "\u0142odz", "l with stroke has no decomposition"},
    {"K\u00F8benhavn", "k\u00F8benhavn", "nor has o with stroke"},
    {"\u00D0uro \u0110or\u0111e", "\u00F0uro \u0111or\u0111e", "nor eth and d with stroke"},
    {"\u00C6sir \u0152uvre", "\u00E6sir \u0153uvre", "ae and oe are letters, not ligatures"},
    {"\u039F\u03B4\u03C5\u03C3\u03C3\u03AD\u03B1\u03C2",
     "\u03BF\u03B4\u03C5\u03C3\u03C3\u03B5\u03B1\u03C3", "Greek accent and final sigma"},
    {"\u041C\u0438\u0445\u0430\u0439 \u0401\u043B\u043A\u0430",
     "\u043C\u0438\u0445\u0430\u0438 \u0435\u043B\u043A\u0430", "Cyrillic short i and yo"},
    {"l\u2019enfant", "l'enfant", "typographic apostrophe"},
    {"Hawai\u02BBi", "hawai'i", "okina"},
    {"Hawai\u2018i", "hawai'i", "an opening quote in its place"},
    {"O\u02BCBrien", "o'brien", "modifier letter apostrophe"},
    {"co\u00ADoperate", "cooperate", "soft hyphen"},
    {"x\u00B2 \u2122", "x2 tm", "superscripts by compatibility"},
    {"\u0939\u093F\u0928\u094D\u0926\u0940", "\u0939\u093F\u0928\u094D\u0926\u0940",
     "Hindi vowel signs carry meaning"},
    {"\u0E19\u0E49\u0E33", "\u0E19\u0E49\u0E4D\u0E32", "Thai tone mark stays"},
    {"\u0645\u064F\u062F\u064E\u0631\u0651\u0633", "\u0645\u064F\u062F\u064E\u0631\u0651\u0633",
     "Arabic vowel marks stay"},
    {"\uFE8D\uFEDF\uFEA4\uFEAE\uFE8F", "\u0627\u0644\u062D\u0631\u0628",
     "Arabic presentation forms"},
    {"\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD", "\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD",
     "Hebrew points stay, in canonical order"},
    {"\uFF84\uFF9E\uFF97\uFF8F", "\u30C9\u30E9\u30DE", "half-width katakana with its voicing mark"},
    {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "\uD55C\uAD6D", "Hangul jamo"},
};

TEST(Fold, GivesTheFormThatIsCompared) {
  for (const auto& [typed, folded, why] : kFolds) {
    SCOPED_TRACE(why);
    EXPECT_EQ(fold(typed), folded);
    EXPECT_EQ(fold(folded), folded) << "folding is idempotent";
  }
}

TEST(ToNfc, ComposesAndChangesNothingElse) {
  EXPECT_EQ(to_nfc("Pen\u0303a"), "Pe\u00F1a");
  EXPECT_EQ(to_nfc("Pe\u00F1a"), "Pe\u00F1a");
  EXPECT_EQ(to_nfc("L\u2019\uFB01n"), "L\u2019\uFB01n") << "no compatibility";
  EXPECT_EQ(to_nfc("\u212B"), "\u00C5") << "the Angstrom sign is canonically the letter";
}

TEST(ValueForm, IsOneLineOfNfc) {
  EXPECT_EQ(value_form("  two\t\n  spaces \u2028"), "two spaces");
  EXPECT_EQ(value_form("no\u00A0break\u3000wide\u200Bzero"), "no break wide zero");
  EXPECT_EQ(value_form("Pen\u0303a"), "Pe\u00F1a");
  EXPECT_EQ(value_form(" \n"), "");
}

TEST(FoldLaw, IsIdempotentOnEveryCodePoint) {
  for (char32_t c = 1; c <= kLastCodePoint; ++c) {
    if (is_surrogate(c)) continue;
    const std::string once = fold(encode_utf8(c));
    ASSERT_EQ(fold(once), once) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(FoldLaw, DoesNotSeeTheDifferenceBetweenNfcAndAsWritten) {
  for (char32_t c = 1; c <= kLastCodePoint; ++c) {
    if (is_surrogate(c)) continue;
    const std::string written = encode_utf8(c);
    ASSERT_EQ(fold(to_nfc(written)), fold(written)) << std::hex << static_cast<unsigned>(c);
  }
}

/// Code points whose neighbours matter: marks of many scripts, letters with odd case, compositions.
std::vector<char32_t> interesting() {
  std::vector<char32_t> all = {
      'a',    'I',    'i',    'k',    's',    'S',    '\'',   ' ',     '1',     0x00AD, 0x00B4,
      0x00B7, 0x00DF, 0x00E9, 0x00F8, 0x0130, 0x0131, 0x0149, 0x017F,  0x01C4,  0x01F0, 0x02BC,
      0x034F, 0x037A, 0x0390, 0x03A3, 0x03B1, 0x03B9, 0x03C2, 0x03C3,  0x0407,  0x0419, 0x0439,
      0x0451, 0x0483, 0x0488, 0x05B8, 0x05C1, 0x05D0, 0x05E9, 0x0622,  0x0627,  0x064B, 0x0651,
      0x0653, 0x0654, 0x0915, 0x093C, 0x094D, 0x09C7, 0x09BE, 0x0E33,  0x0E49,  0x0F71, 0x0F73,
      0x1100, 0x1112, 0x1161, 0x11A8, 0x1E9E, 0x1FB3, 0x1FBD, 0x1FBF,  0x200C,  0x200D, 0x2018,
      0x2019, 0x20DD, 0x212A, 0x212B, 0x302A, 0x3099, 0x309B, 0x304B,  0xAC00,  0xFB01, 0xFB2A,
      0xFE8D, 0xFEDF, 0xFE70, 0xFE0F, 0xFF07, 0xFF76, 0xFF9E, 0x1D15E, 0x1D165, 0xE0100};
  for (char32_t c = 0x300; c < 0x370; ++c) all.push_back(c);
  return all;
}

TEST(FoldLaw, IsIdempotentOnPairsAndTriples) {
  const auto parts = interesting();
  for (const char32_t first : parts) {
    for (const char32_t second : parts) {
      const std::string pair = encode_utf8(first) + encode_utf8(second);
      const std::string once = fold(pair);
      ASSERT_EQ(fold(once), once) << std::hex << static_cast<unsigned>(first) << ' '
                                  << static_cast<unsigned>(second);
      const std::string marked = fold("o" + pair + "o");
      ASSERT_EQ(fold(marked), marked)
          << std::hex << static_cast<unsigned>(first) << ' ' << static_cast<unsigned>(second);
    }
  }
}

TEST(FoldLaw, LettersOfEuropeFoldAloneAsTheyDoInAnyText) {
  // The ideograph sends the text through the whole rule, which the short way for Latin, Greek and
  // Cyrillic must agree with.
  const std::string ideograph = "\u4E2D";
  for (char32_t c = 1; c < 0x900; ++c) {
    for (const char32_t next :
         {U'a', U'\u00E9', U'\u0345', U'\u0301', U'\u03C2', U'\u0439', U'\u0653', U'\u05B8'}) {
      const std::string text = encode_utf8(c) + encode_utf8(next);
      ASSERT_EQ(fold(text) + ideograph, fold(text + ideograph))
          << std::hex << static_cast<unsigned>(c) << ' ' << static_cast<unsigned>(next);
    }
  }
}

}  // namespace
}  // namespace morgue
