// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset.h"

#include <random>
#include <string>

#include <gmock/gmock.h>

#include "common/text/mojibake.h"
#include "common/text/utf8.h"

namespace morgue {
namespace {

using namespace std::string_literals;

struct Case {
  const char* why;
  std::string bytes;
  const char* declared;
  std::string text;
  const char* charset;
};

const Case kCases[] = {
    {"ASCII is UTF-8", "Hall", "", "Hall", "utf-8"},
    {"UTF-8 shows itself, whatever is declared", "Se\u00F1or", "iso-8859-1", "Se\u00F1or", "utf-8"},
    {"a byte order mark goes before all", "\xEF\xBB\xBFSe\u00F1or", "windows-1251", "Se\u00F1or",
     "utf-8"},
    {"what is declared", "Se\xF1or", "ISO-8859-1", "Se\u00F1or", "windows-1252"},
    {"quotation marks that ISO 8859-1 does not have", "\x93So\x94", "iso-8859-1", "\u201CSo\u201D",
     "windows-1252"},
    {"Cyrillic", "\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "\u041F\u0440\u0438\u0432\u0435\u0442",
     "windows-1251"},
    {"UTF-16 with its mark", "\xFF\xFEH\0i\0"s, "", "Hi", "utf-16le"},
    {"UTF-16 without one", "H\0a\0l\0l\0 \0o\0f\0 \0o\0u\0r\0s\0"s, "", "Hall of ours", "utf-16le"},
};

TEST(Charset, IsFoundInThisOrder) {
  for (const Case& one : kCases) {
    const DecodedText decoded = decode_text(one.bytes, one.declared);
    EXPECT_EQ(decoded.text, one.text) << one.why;
    EXPECT_EQ(decoded.charset, one.charset) << one.why;
    EXPECT_EQ(decoded.repaired, 0U) << one.why;
  }
}

TEST(Charset, WhatMeansNothingIsCounted) {
  const DecodedText decoded = decode_text("caf\u00E9 caf\u00E9 caf\u00E9 \xFF caf\u00E9", "utf-8");
  EXPECT_EQ(decoded.charset, "utf-8") << "one broken byte is no other character set";
  EXPECT_EQ(decoded.repaired, 1U);
}

TEST(CharsetLaw, AnyBytesBecomeUtf8) {
  const char* const labels[] = {"",       "utf-8",  "iso-8859-1", "shift_jis",
                                "gb2312", "utf-16", "nonsense"};
  std::mt19937 random(3);
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes;
    for (std::size_t size = random() % 40; size > 0; --size) {
      bytes += static_cast<char>(random() % (round % 2 == 0 ? 256 : 16));
    }
    const DecodedText decoded = decode_text(bytes, labels[random() % std::size(labels)]);
    EXPECT_TRUE(is_valid_utf8(decoded.text));
    EXPECT_EQ(decoded.text.find('\0'), decoded.text.npos);
  }
}

struct MojibakeCase {
  const char* why;
  const char* text;
  const char* repaired;
};

const MojibakeCase kMojibake[] = {
    {"an accent", "caf\u00C3\u00A9", "caf\u00E9"},
    {"a quotation mark", "the board\u00E2\u20AC\u2122s", "the board\u2019s"},
    {"twice", "caf\u00C3\u0192\u00C2\u00A9", "caf\u00E9"},
    {"Portuguese in capitals stays", "S\u00C3O PAULO", "S\u00C3O PAULO"},
    {"what was right stays", "caf\u00E9 \u201Cla\u201D \u20AC5",
     "caf\u00E9 \u201Cla\u201D \u20AC5"},
};

TEST(Mojibake, IsUndone) {
  for (const MojibakeCase& one : kMojibake) {
    const RepairedText repaired = repair_mojibake(one.text);
    EXPECT_EQ(repaired.text, one.repaired) << one.why;
    EXPECT_EQ(repaired.repaired > 0, one.text != std::string(one.repaired)) << one.why;
  }
}

TEST(MojibakeLaw, ASecondRepairChangesNothing) {
  const char* const parts[] = {"\u00C3", "\u00A9", "\u00E2\u20AC\u2122", "\u00C2", "a", " ",
                               "\u0192", "\u00E9", "\u00D0\u00BF",       "\u201C"};
  std::mt19937 random(5);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t size = random() % 12; size > 0; --size)
      text += parts[random() % std::size(parts)];
    const std::string once = repair_mojibake(text).text;
    EXPECT_TRUE(is_valid_utf8(once));
    EXPECT_EQ(repair_mojibake(once).text, once) << text;
  }
}

}  // namespace
}  // namespace morgue
