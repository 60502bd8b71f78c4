// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/utf8.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/unit/common/text/code_points.h"

namespace morgue {
namespace {

struct ValidityCase {
  std::string_view bytes;
  bool valid;
  const char* why;
};

constexpr ValidityCase kValidity[] = {
    {"", true, "nothing is wrong with nothing"},
    {"plain old text, long enough for a step of eight", true, "ASCII"},
    {"Pe\xC3\xB1"
     "a",
     true, "two bytes"},
    {"\xE2\x82\xAC", true, "three bytes"},
    {"\xF0\x9F\x98\x80", true, "four bytes"},
    {"\xF4\x8F\xBF\xBF", true, "the last code point"},
    {"\xEE\x80\x80", true, "the first code point after the surrogates"},
    {"\xFC", false, "Windows-1252"},
    {"1234567\xFC", false, "in the last byte of a step of eight"},
    {"\x80", false, "a continuation byte alone"},
    {"\xC3", false, "the end is missing"},
    {"\xE2\x82", false, "the end is missing"},
    {"\xF0\x9F\x98", false, "the end is missing"},
    {"\xC3\xC3", false, "a lead byte instead of a continuation byte"},
    {"\xE2\x82z", false, "a letter instead of a continuation byte"},
    {"\xC0\xAF", false, "overlong /"},
    {"\xC1\xBF", false, "overlong"},
    {"\xE0\x9F\xBF", false, "overlong"},
    {"\xF0\x8F\xBF\xBF", false, "overlong"},
    {"\xED\xA0\x80", false, "surrogate"},
    {"\xF4\x90\x80\x80", false, "beyond the last code point"},
    {"\xF5\x80\x80\x80", false, "beyond the last code point"},
};

TEST(Utf8, KnowsWhatIsValid) {
  for (const auto& [bytes, valid, why] : kValidity) {
    EXPECT_EQ(is_valid_utf8(bytes), valid) << why;
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0u);
  EXPECT_EQ(count_code_points("abc"), 3u);
  EXPECT_EQ(count_code_points("Pe\xC3\xB1"
                              "a \xE2\x82\xAC \xF0\x9F\x98\x80"),
            8u);
}

struct RepairCase {
  std::string_view bytes;
  std::string_view text;
  std::size_t repaired;
  const char* why;
};

using namespace std::string_view_literals;

constexpr RepairCase kRepairs[] = {
    {"M\xFCller", "M\u00FCller", 1, "Latin-1 letter"},
    {"\x93so\x94 \x96 \x80 5", "\u201Cso\u201D \u2013 \u20AC 5", 4, "Windows quotes, dash, euro"},
    {"a\x81"
     "b",
     "a\uFFFD"
     "b",
     1, "undefined in Windows-1252"},
    {"Pe\xC3\xB1"
     "a y Mu\xF1oz",
     "Pe\u00F1a y Mu\u00F1oz", 1, "both encodings in one text"},
    {"\xED\xA0\x80", "\u00ED\u00A0\u20AC", 3, "a surrogate is three wrong bytes"},
    {"caf\xE9", "caf\u00E9", 1, "a lead byte at the end"},
    {"a\0b\0"sv, "ab", 2, "NUL is dropped"},
    {"\0\xE9"sv, "\u00E9", 2, "NUL and a wrong byte"},
};

TEST(RepairUtf8, ReadsWrongBytesAsWindows1252) {
  for (const auto& [bytes, text, repaired, why] : kRepairs) {
    SCOPED_TRACE(why);
    const RepairedText result = repair_utf8(bytes);
    EXPECT_EQ(result.text, text);
    EXPECT_EQ(result.repaired, repaired);
  }
}

TEST(RepairUtf8, LeavesEveryCodePointAlone) {
  for (char32_t c = 1; c <= kLastCodePoint; ++c) {
    if (is_surrogate(c)) continue;
    const std::string text = encode_utf8(c);
    ASSERT_TRUE(is_valid_utf8(text)) << std::hex << static_cast<unsigned>(c);
    const RepairedText result = repair_utf8(text);
    ASSERT_EQ(result.text, text);
    ASSERT_EQ(result.repaired, 0u);
  }
}

TEST(RepairUtf8Law, WhatComesOutIsValidAndIsNotRepairedAgain) {
  EXPECT_TRUE(rc::check("repair_utf8(any bytes) is valid UTF-8 without NUL", [] {
    // Bytes around the bounds of the encoding, so that half of a sequence is common.
    const auto byte = rc::gen::elementOf(std::string(
        "\x00 a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xC3\xE0\xE2\xED\xEF\xF0\xF4\xF5\xFF", 21));
    const auto bytes = *rc::gen::container<std::string>(byte);
    const RepairedText once = repair_utf8(bytes);
    RC_ASSERT(is_valid_utf8(once.text));
    RC_ASSERT(once.text.find('\0') == std::string::npos);
    RC_ASSERT((once.repaired == 0) == (once.text == bytes));
    const RepairedText twice = repair_utf8(once.text);
    RC_ASSERT(twice.text == once.text);
    RC_ASSERT(twice.repaired == 0u);
  }));
}

}  // namespace
}  // namespace morgue
