// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/short_names.h"

#include <algorithm>

namespace morgue {
namespace {

constexpr std::size_t kLongestLocalTail = 3;  ///< in words
constexpr std::size_t kShortestSingular = 5;  ///< in letters

/// "and": what comes before it may be another firm.
bool joins_two(const NameWord& word) {
  return word.letters == "and" || word.letters == "y" || word.letters == "e" || word.written == "&";
}

std::uint64_t letters_of(std::span<const NamePart> words, const WordBook& book) {
  LettersHash letters;
  for (const NamePart part : words) letters.append(book[part.word].hash);
  return letters.value;
}

}  // namespace

void ShortNames::make(std::span<const NamePart> words, EntityKind kind, bool known) {
  hashes_.clear();
  add_without_front(words, kind);
  if (kind != EntityKind::Organisation) return;
  if (!known) add_beginnings(words);
  add_noun(words);
  add_singular(words);
}

void ShortNames::add_without_front(std::span<const NamePart> words, EntityKind kind) {
  const NameWord& first = at(words.front());
  const bool organisation = kind == EntityKind::Organisation;
  if (first.is(kArticle) || (organisation && first.is(kCountryPrefix | kChamber))) {
    add(words.subspan(1));
  }
  const bool united_states = organisation && words.size() > 2 && first.letters == "united" &&
                             at(words[1]).letters == "states";
  if (!united_states) return;
  add(words.subspan(2));
  LettersHash with_us = letters_hash("us");
  for (const NamePart part : words.subspan(2)) with_us.append(at(part).hash);
  hashes_.push_back(with_us.value);
}

void ShortNames::add_beginnings(std::span<const NamePart> words) {
  std::size_t generic = words.size();  // where the generic words at the end begin
  while (generic > 1 && at(words[generic - 1]).is(kGenericTail)) --generic;
  for (std::size_t size = 1; size < words.size(); ++size) {
    const NameWord& next = at(words[size]);
    const bool before_link =
        size > 1 && next.is(kLinkWord) && !next.capitalised && !joins_two(next);
    const bool chamber = size == 1 && at(words[0]).is(kChamber);  // of Senate Committee
    const bool begins = size >= generic || before_link || may_begin(words, size);
    if (begins && !chamber) add(words.first(size));
  }
}

/// Whether the first `size` words are a name, too, and most likely of the same.
bool ShortNames::may_begin(std::span<const NamePart> words, std::size_t size) const {
  const NameWord& last = at(words[size - 1]);
  constexpr std::uint32_t kSaysLittle = kArticle | kCountryPrefix | kDemonym | kLinkWord |
                                        kHonorific | kTitleOrName | kTitleModifier | kCalendar |
                                        kParticle | kChamber;
  if (last.letters.empty() || last.is(kBodyWord | kBodyNoun | kGenericTail | kLinkWord))
    return false;
  if (size == 1 && (last.is(kSaysLittle) || last.shouted || last.initials)) return false;
  if (joins_two(at(words[size])) || at(words[size]).letters.empty()) return false;
  if (known_.is_place(letters_of(words.first(size), book_))) return false;
  const auto rest = words.subspan(size);
  return std::none_of(rest.begin(), rest.end(), [this](NamePart part) {
    const NameWord& word = at(part);
    return word.is(kBodyWord | kBodyNoun | kOtherBody | kLinkWord) ||
           known_.is_country(word.hash.value);  // Chrysler Credit Canada
  });
}

/// "Fire Department" of Auburn Fire Department. "Commission" of European Community Commission,
/// "Ministerio" of Ministerio de Energía.
void ShortNames::add_noun(std::span<const NamePart> words) {
  if (words.size() > 2 && at(words.front()).is(kCountryPrefix)) words = words.subspan(1);
  if (words.size() < 2) return;
  const bool head = at(words.front()).is(kBodyNoun | kChamber) && at(words[1]).is(kLinkWord);
  if (head) add(words.first(1));
  const NameWord& last = at(words.back());
  if (last.is(kBodyNoun)) add(words.last(1));
  const bool local = last.letters == "office" || last.letters == "department" ||
                     last.letters == "school" || last.letters == "hospital";
  for (std::size_t size = 2; local && size < words.size() && size <= kLongestLocalTail; ++size) {
    add(words.last(size));
  }
}

/// "Liberal Democrat" of Liberal Democrats.
void ShortNames::add_singular(std::span<const NamePart> words) {
  const NameWord& last = at(words.back());
  if (last.shouted || last.letters.size() <= kShortestSingular || last.letters.back() != 's')
    return;
  LettersHash letters;
  for (const NamePart part : words.first(words.size() - 1)) letters.append(at(part).hash);
  letters.append(letters_hash(last.letters.substr(0, last.letters.size() - 1)));
  hashes_.push_back(letters.value);
}

void ShortNames::add(std::span<const NamePart> words) {
  if (!words.empty()) hashes_.push_back(letters_of(words, book_));
}

}  // namespace morgue
