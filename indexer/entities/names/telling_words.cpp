// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/telling_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace morgue {
namespace {

/// Clubs that are called like a county.
constexpr std::array<std::string_view, 5> kCountyClubs{"derby", "notts", "stockport", "newport",
                                                       "ross"};
/// Before "of" and a place.
constexpr std::array<std::string_view, 16> kSettlements{
    "town",   "village", "city",  "province", "district",  "municipality", "suburb",    "port",
    "ciudad", "pueblo",  "villa", "barrio",   "municipio", "provincia",    "localidad", "colonia"};

/// What people are called by the letters of their names.
constexpr std::array<std::string_view, 8> kPersonsInCapitals{"amlo", "jfk", "fdr", "lbj",
                                                             "epn",  "cfk", "aoc", "mbs"};
/// After somebody's full name, makes a thing or a place of it.
constexpr std::array<std::string_view, 23> kNamedAfter{
    "act",    "award",    "prize",   "cup",    "telescope", "bridge",   "airport", "stadium",
    "avenue", "street",   "highway", "trophy", "medal",     "facility", "center",  "centre",
    "base",   "hospital", "library", "museum", "park",      "hall",     "lecture"};

template <class List>
bool contains(const List& list, std::string_view letters) {
  return std::find(list.begin(), list.end(), letters) != list.end();
}

bool is_ship(const TokenView& view, TokenRange tokens) {
  if (view.word(tokens.first).is(kShip) && view.word(tokens.first).shouted) return true;
  if (tokens.first == view.sentence().first) return false;
  const NameWord& before = view.word(tokens.first - 1);
  return before.is(kShip) && before.shouted;
}

bool is_work(const TokenView& view, TokenRange tokens) {
  const NameWord& first = view.word(tokens.first);
  const NameWord& last = view.word(tokens.end - 1);
  return (last.is(kWorkTail) && last.capitalised) || (first.is(kWorkHead) && first.capitalised);
}

/// "Senate Democrats"; "Colorado State" before Senator.
bool is_no_body(const TokenView& view, TokenRange tokens) {
  const std::string_view last = view.word(tokens.end - 1).letters;
  if (view.word(tokens.first).is(kChamber)) return last == "democrats" || last == "republicans";
  return last == "state" && tokens.end < view.sentence().end &&
         view.word(tokens.end).is(kHonorific) && view.word(tokens.end).capitalised;
}

bool is_place(const TokenView& view, TokenRange tokens) {
  const NameWord& last = view.word(tokens.end - 1);
  if (!last.is(kPlaceTail) || !last.capitalised) return false;
  return last.letters != "county" || !contains(kCountyClubs, view.word(tokens.end - 2).letters);
}

/// "the town of Lowgate", "el municipio de Juan Rodríguez Clara".
bool is_after_settlement(const TokenView& view, TokenRange tokens) {
  if (tokens.first < view.sentence().first + 2) return false;
  const std::string_view link = view.word(tokens.first - 1).letters;
  if (link != "of" && link != "de") return false;
  return contains(kSettlements, view.word(tokens.first - 2).letters);
}

bool is_person_in_capitals(const TokenView& view, TokenRange tokens) {
  const NameWord& word = view.word(tokens.first);
  return tokens.size() == 1 && word.shouted && contains(kPersonsInCapitals, word.letters);
}

/// "the hurricane Katrina", "Walter Reed Medical Center".
bool is_thing(const TokenView& view, TokenRange tokens) {
  const TokenRange sentence = view.sentence();
  if (tokens.size() > 1 && view.word(tokens.first).is(kThing)) return true;  // Typhoon Haiyan
  if (tokens.first > sentence.first) {
    const NameWord& before = view.word(tokens.first - 1);
    if (before.is(kThing) && !before.shouted) return true;
  }
  constexpr std::uint32_t kFarthest = 5;  // words after the name
  const bool full = tokens.size() > 1 && !view.word(tokens.end - 1).shouted;
  for (std::uint32_t i = tokens.end; full && i < sentence.end && i < tokens.end + kFarthest; ++i) {
    if (!view.word(i).capitalised) break;
    if (contains(kNamedAfter, view.word(i).letters)) return true;
  }
  return false;
}

}  // namespace

EntityKind told_kind(const TokenView& view, TokenRange tokens, EntityKind kind) {
  if (kind == EntityKind::Misc) return kind;
  if (is_ship(view, tokens)) return EntityKind::Misc;
  if (is_person_in_capitals(view, tokens)) return EntityKind::Person;
  if (kind == EntityKind::Person) {
    if (is_after_settlement(view, tokens)) return EntityKind::Place;
    return is_thing(view, tokens) ? EntityKind::Misc : kind;
  }
  if (kind != EntityKind::Organisation || tokens.size() < 2) return kind;
  if (is_work(view, tokens) || is_no_body(view, tokens)) return EntityKind::Misc;
  return is_place(view, tokens) ? EntityKind::Place : kind;
}

}  // namespace morgue
