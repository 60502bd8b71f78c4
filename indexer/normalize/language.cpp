// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/language.h"

#include <algorithm>

#include "common/text/fold.h"

namespace morgue {
namespace {

struct Language {
  std::string_view code;
  std::string_view names;  ///< folded, with a space around each
};

constexpr Language kLanguages[] = {
    {"am", " amh amharic "},
    {"ar", " ara arabic arabe "},
    {"bn", " ben bengali bangla "},
    {"ca", " cat catalan catala "},
    {"cs", " ces cze czech "},
    {"da", " dan danish dansk "},
    {"de", " deu ger german deutsch aleman alemao allemand "},
    {"el", " ell gre greek "},
    {"en", " eng english ingles anglais englisch "},
    {"es", " spa spanish espanol castellano espagnol spanisch espanhol "},
    {"fa", " fas per persian farsi "},
    {"fi", " fin finnish suomi "},
    {"fr", " fra fre french francais frances franzosisch "},
    {"ha", " hau hausa "},
    {"he", " heb hebrew "},
    {"hi", " hin hindi "},
    {"hu", " hun hungarian magyar "},
    {"id", " ind indonesian "},
    {"ig", " ibo igbo "},
    {"it", " ita italian italiano italien "},
    {"ja", " jpn japanese "},
    {"ko", " kor korean "},
    {"lg", " lug luganda ganda "},
    {"ln", " lin lingala "},
    {"nl", " nld dut dutch nederlands "},
    {"no", " nor norwegian norsk "},
    {"om", " orm oromo "},
    {"pl", " pol polish polski "},
    {"pt", " por portuguese portugues portugais portugiesisch "},
    {"rn", " run rundi kirundi "},
    {"ro", " ron rum romanian "},
    {"ru", " rus russian russe ruso "},
    {"sn", " sna shona "},
    {"so", " som somali "},
    {"sv", " swe swedish svenska "},
    {"sw", " swa swahili kiswahili "},
    {"th", " tha thai "},
    {"ti", " tir tigrinya "},
    {"tr", " tur turkish turkce "},
    {"uk", " ukr ukrainian "},
    {"ur", " urd urdu "},
    {"vi", " vie vietnamese "},
    {"xh", " xho xhosa isixhosa "},
    {"yo", " yor yoruba "},
    {"zh", " zho chi chinese mandarin "},
};

bool is_ascii_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

}  // namespace

std::string language_code(std::string_view given) {
  const std::string folded = fold(given);
  std::string word = folded.substr(0, folded.find_first_of("-_ (;,"));
  if (word.size() == 2 && is_ascii_word(word)) return word;
  for (const Language& language : kLanguages) {
    if (!word.empty() && language.names.find(" " + word + " ") != std::string_view::npos) {
      return std::string(language.code);
    }
  }
  return word.size() == 3 && is_ascii_word(word) ? word : "";
}

}  // namespace morgue
