// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/month_names.h"

#include <algorithm>
#include <array>

namespace morgue {
namespace {

// One row a month: English, Spanish, Portuguese, French, German, Italian, abbreviations, then
// Arabic (of those of the Levant the months of one word).
constexpr std::array<std::string_view, 12> kMonths{
    " january enero janeiro janvier januar gennaio janner jan ene janv gen "
    "يناير جانفي ",
    " february febrero fevereiro fevrier februar febbraio feb fev fevr febr "
    "فبراير شباط فيفري ",
    " march marzo marco mars marz mar mrz "
    "مارس آذار اذار ",
    " april abril avril aprile apr abr avr "
    "أبريل ابريل إبريل نيسان أفريل ",
    " may mayo maio mai maggio mag "
    "مايو أيار ايار ماي ",
    " june junio junho juin juni giugno jun giu "
    "يونيو يونيه حزيران جوان ",
    " july julio julho juillet juli luglio jul juil lug "
    "يوليو يوليه تموز جويلية ",
    " august agosto aout aug ago "
    "أغسطس اغسطس آب أوت ",
    " september septiembre setembro septembre settembre setiembre sep sept set "
    "سبتمبر أيلول ايلول ",
    " october octubre outubro octobre oktober ottobre oct out okt ott "
    "أكتوبر اكتوبر ",
    " november noviembre novembro novembre nov "
    "نوفمبر ",
    " december diciembre dezembro decembre dezember dicembre dec dic dez "
    "ديسمبر ",
};

}  // namespace

int month_named(std::string_view folded_word) {
  if (folded_word.empty() || folded_word.find(' ') != folded_word.npos) return 0;
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    const std::string_view names = kMonths[month];
    for (std::size_t at = names.find(folded_word); at != names.npos;
         at = names.find(folded_word, at + 1)) {
      if (names[at - 1] == ' ' && names[at + folded_word.size()] == ' ') {
        return static_cast<int>(month) + 1;
      }
    }
  }
  return 0;
}

}  // namespace morgue
