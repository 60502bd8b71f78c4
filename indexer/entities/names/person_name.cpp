// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/person_name.h"

#include <algorithm>

#include "common/text/code_point.h"

namespace morgue {
namespace {

using Units = std::span<const NameUnit>;

NameUnit unit_of(const NameWord& word) {
  NameUnit unit;
  unit.bare = word.bare;
  unit.formal = word.formal;
  unit.letter = static_cast<std::uint32_t>(code_point_at(word.letters, 0));
  unit.initial = word.letters.size() == 1;
  unit.family_first = word.is(kFamilyFirst);
  unit.gender = word.name_gender;
  return unit;
}

bool agree(const NameUnit& a, const NameUnit& b) {
  if (a.initial || b.initial) return a.letter == b.letter;
  return a.bare == b.bare || a.formal == b.formal;
}

bool any_initial(Units units) {
  return std::any_of(units.begin(), units.end(), [](const NameUnit& u) { return u.initial; });
}

/// Whether `part` is left when some units of `whole` are left out.
bool is_within(Units part, Units whole) {
  std::size_t found = 0;
  for (const NameUnit& unit : whole) {
    if (found < part.size() && agree(part[found], unit)) ++found;
  }
  return found == part.size();
}

/// What stands between first name and surname may be left out, but not be something else. Initials
/// say how many names there are: W. is not H.W.
bool middles_agree(Units a, Units b) {
  if (a.empty() || b.empty()) return true;
  if (any_initial(a) || any_initial(b)) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), agree);
  }
  return a.size() <= b.size() ? is_within(a, b) : is_within(b, a);
}

bool same_surname(const NameUnit& a, const NameUnit& b) { return a.bare == b.bare; }

/// Claudia Sheinbaum of Claudia Sheinbaum Pardo; Andrés López of Andrés Manuel López Obrador.
bool leaves_out_second_surname(Units shorter, Units longer) {
  if (shorter.size() >= longer.size() || any_initial(shorter)) return false;
  if (!agree(shorter.front(), longer.front())) return false;
  if (std::equal(shorter.begin(), shorter.end(), longer.begin(), agree)) return true;
  const NameUnit& first_surname = longer[longer.size() - 2];
  return same_surname(shorter.back(), first_surname) && first_surname.gender == Gender::Unknown &&
         is_within(shorter, longer);
}

bool is_turned_round(Units a, Units b) {
  return a.size() == 2 && b.size() == 2 && a[0].bare == b[1].bare && a[1].bare == b[0].bare &&
         (a[0].family_first || b[0].family_first);
}

/// Al Gore, not al Sisi.
bool is_first_name_al(const NameWord& word) { return word.written == "Al"; }

void add_initials(const NameWord& word, std::vector<NameUnit>& units) {
  for (std::size_t i = 0; i < word.letters.size();) {
    NameUnit unit;
    unit.letter = static_cast<std::uint32_t>(next_code_point(word.letters, i));
    unit.initial = true;
    units.push_back(unit);
  }
}

/// Where the units of `part` stand in `whole` one after the other, after its first; 0 for nowhere.
std::size_t place_after_first(Units part, Units whole) {
  for (std::size_t at = whole.size() - part.size(); at >= 1; --at) {
    const auto same = [](const NameUnit& a, const NameUnit& b) {
      return a.bare == b.bare && !a.initial && a.patronymic == b.patronymic;
    };
    if (std::equal(part.begin(), part.end(), whole.begin() + static_cast<std::ptrdiff_t>(at),
                   same)) {
      return at;
    }
  }
  return 0;
}

}  // namespace

SpellingId read_units(std::span<const NamePart> words, const WordBook& book,
                      std::vector<NameUnit>& units) {
  SpellingId generation = 0;
  bool particle = false;  // comes before
  bool patronymic = false;
  const auto begin = units.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const NameWord& word = book[words[i].word];
    if (word.letters.empty()) continue;
    const bool first = units.size() == begin && !particle;
    const bool more = i + 1 < words.size();
    if (word.is(kGeneration) && !first) {
      generation = word.spelling;
    } else if (word.initials && (more || first)) {
      add_initials(word, units);
    } else if (word.is(kParticle) && more && !(first && is_first_name_al(word))) {
      particle = true;
      patronymic = word.is(kPatronymic);
    } else {
      units.push_back(unit_of(word));
      units.back().patronymic = patronymic;
      particle = patronymic = false;
    }
  }
  return generation;
}

bool can_be_same(const PersonName& a, const PersonName& b) {
  if (!a.is_full() || !b.is_full()) return false;
  if (a.generation != b.generation) return false;
  const bool surname = same_surname(a.units.back(), b.units.back());
  if (surname && agree(a.units.front(), b.units.front())) {
    return middles_agree(a.units.subspan(1, a.units.size() - 2),
                         b.units.subspan(1, b.units.size() - 2));
  }
  return leaves_out_second_surname(a.units, b.units) ||
         leaves_out_second_surname(b.units, a.units) || is_turned_round(a.units, b.units);
}

ShortFit fit_of(const PersonName& short_name, const PersonName& full) {
  const Units part = short_name.units;
  const Units whole = full.units;
  if (part.empty() || part.size() >= whole.size()) return ShortFit::None;
  const std::size_t at = place_after_first(part, whole);
  if (at != 0 && at + part.size() == whole.size()) return ShortFit::Surname;
  const bool front =
      std::equal(part.begin(), part.end(), whole.begin(), [](const NameUnit& a, const NameUnit& b) {
        return a.bare == b.bare && !a.initial && !b.initial;
      });
  if (front && part.size() == 1 && whole.front().family_first) return ShortFit::Surname;
  const bool is_given_name = at != 0 && whole[at].gender != Gender::Unknown;
  if (at != 0 && !is_given_name) return ShortFit::InnerName;
  return front ? ShortFit::FirstName : ShortFit::None;
}

}  // namespace morgue
