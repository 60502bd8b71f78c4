// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/detect_language.h"

#include <string>

#include <gtest/gtest.h>

namespace morgue {
namespace {

struct Case {
  const char* lang;
  const char* text;
  const char* reason;
};

const Case kCases[] = {
    {"en",
     "The harbour board voted on Tuesday to raise the fees for fishing boats, and the owners of "
     "the smaller boats said that they would not pay them before the summer.",
     "plain"},
    {"es",
     "La junta del puerto votó el martes a favor de subir las tarifas de los barcos de pesca, y "
     "los dueños de los más pequeños dijeron que no las pagarían antes del verano.",
     "plain"},
    {"pt",
     "A junta do porto votou na terça-feira a favor de aumentar as taxas dos barcos de pesca, e os "
     "donos dos barcos menores disseram que não vão pagar antes do verão.",
     "not Spanish"},
    {"de",
     "Der Hafenrat hat am Dienstag beschlossen, die Gebühren für Fischerboote zu erhöhen, und die "
     "Besitzer der kleineren Boote sagten, sie würden vor dem Sommer nicht zahlen.",
     "plain"},
    {"ar",
     "صوت مجلس الميناء يوم الثلاثاء على رفع رسوم قوارب الصيد وقال أصحاب القوارب الصغيرة إنهم لن "
     "يدفعوا قبل الصيف.",
     "right to left"},
    {"zh",
     "港务局周二投票决定提高渔船的收费，小船的船主们表示，他们在夏天之前不会支付这笔费用。"
     "市议会将在下个月讨论这个问题，渔民协会也会派代表参加会议。",
     "without spaces"},
    {"ja",
     "港湾委員会は火曜日、漁船の料金を引き上げることを決めた。小さな船の持ち主たちは、"
     "夏まで料金を払うつもりはないと話している。市議会は来月この問題を議論する。",
     "kana tell it from Chinese"},
    {"he",
     "מועצת הנמל הצביעה ביום שלישי בעד העלאת האגרות לסירות הדיג, ובעלי הסירות הקטנות אמרו שלא "
     "ישלמו "
     "אותן לפני הקיץ.",
     "cld2 itself says iw"},
    {"ha",
     "Hukumar tashar jiragen ruwa ta kada kuri'a a ranar Talata domin kara kudin jiragen kamun "
     "kifi, kuma masu kananan jiragen sun ce ba za su biya ba kafin lokacin damina ya zo.",
     "only in the larger tables"},
    {"", "The harbour board", "too short"},
    {"", "", "nothing"},
    {"", "14 27 31 42 55 61 70 88 93 04 1987 1988 1989 1990 1991 1992 1993 1994 1995 1996 1997",
     "no words"},
};

TEST(DetectLanguage, Table) {
  for (const Case& one : kCases) {
    EXPECT_EQ(detect_language("", one.text), one.lang) << one.reason << ": " << one.text;
  }
}

TEST(DetectLanguage, TitleAndBodyCountTogether) {
  const std::string title = "The harbour board voted on Tuesday to raise the fees";
  const std::string body = "and the owners of the smaller boats said that they would not pay them";
  EXPECT_EQ(detect_language(title, ""), "");
  EXPECT_EQ(detect_language("", body), "");
  EXPECT_EQ(detect_language(title, body), "en");
}

TEST(DetectLanguage, ATextHalfInEachOfTwoIsInNeither) {
  EXPECT_EQ(detect_language(kCases[0].text, kCases[1].text), "");
}

// Whatever part of a long text is looked at first.
TEST(DetectLanguage, ALongTextHalfInEachOfTwoIsInNeither) {
  std::string english, spanish;
  while (english.size() < 2'000) english += kCases[0].text;
  while (spanish.size() < 2'000) spanish += kCases[1].text;
  EXPECT_EQ(detect_language("", english), "en");
  EXPECT_EQ(detect_language("", spanish), "es");
  EXPECT_EQ(detect_language("", english + "\n" + spanish), "");
  EXPECT_EQ(detect_language("", spanish + "\n" + english), "");
}

TEST(DetectLanguage, ControlCharactersHideNothing) {
  for (const char* control : {"\x01", "\x7f", "\xc2\x80", "\xc2\x9f", "\r", "\t"}) {
    EXPECT_EQ(detect_language("", kCases[0].text + std::string(control) + "The"), "en") << control;
  }
}

// The text is cut where a code point would be torn, and bytes that are no UTF-8 do no harm.
TEST(DetectLanguage, AnyBytesAreAllowed) {
  std::string greek;
  while (greek.size() < 5'000) greek += "το συμβούλιο του λιμανιού ψήφισε την Τρίτη ";
  EXPECT_EQ(detect_language("", greek), "el");
  EXPECT_EQ(detect_language("", "x" + greek), "el");
  EXPECT_EQ(detect_language("", std::string(300, '\xff')), "");
  EXPECT_EQ(detect_language("", std::string(300, '\0')), "");
}

}  // namespace
}  // namespace morgue
