// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/document/term_table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <utility>

#include "common/text/stem.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace morgue {
namespace {

constexpr std::size_t kFirstPlaces = 1U << 12U;

}  // namespace

StemmedLanguages stemmed_language(std::string_view lang) {
  static const std::vector<std::string> kLanguages = Stemmer::languages();
  const auto found = std::lower_bound(kLanguages.begin(), kLanguages.end(), lang);
  if (found == kLanguages.end() || *found != lang) return 0;
  const auto bit = static_cast<unsigned>(found - kLanguages.begin());
  assert(bit < 32);
  return StemmedLanguages{1} << bit;
}

TermTable::TermTable() : places_(kFirstPlaces) {}

std::uint32_t TermTable::hash_of(std::string_view term) {
  return static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
}

// The table is larger than the nearest caches: what the terms of a group need is fetched for all of
// them, first their places and then their texts, before the first is compared.
void TermTable::numbers_of(std::span<const std::string_view> terms,
                           std::vector<TermNumber>& numbers) {
  constexpr std::size_t kGroup = 16;
  std::array<std::uint32_t, kGroup> hashes;
  numbers.clear();
  numbers.reserve(terms.size());
  for (; !terms.empty(); terms = terms.subspan(std::min(kGroup, terms.size()))) {
    const auto group = terms.first(std::min(kGroup, terms.size()));
    for (std::size_t i = 0; i < group.size(); ++i) {
      hashes[i] = hash_of(group[i]);
      __builtin_prefetch(&places_[hashes[i] & (places_.size() - 1)]);
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
      const Place& place = places_[hashes[i] & (places_.size() - 1)];
      if (place.number_and_one != 0) __builtin_prefetch(&texts_[place.number_and_one - 1]);
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
      numbers.push_back(number_of(group[i], hashes[i]));
    }
  }
}

TermNumber TermTable::number_of(std::string_view term, std::uint32_t hash) {
  const std::size_t mask = places_.size() - 1;
  std::size_t at = hash & mask;
  for (; places_[at].number_and_one != 0; at = (at + 1) & mask) {
    const TermNumber known = places_[at].number_and_one - 1;
    if (places_[at].hash == hash && texts_[known] == term) return known;
  }
  const auto number = static_cast<TermNumber>(texts_.size());
  texts_.push_back(arena_.copy(term));
  languages_.push_back(0);
  places_[at] = {hash, number + 1};
  if (2 * texts_.size() > places_.size()) grow();
  return number;
}

void TermTable::grow() {
  std::vector<Place> larger(2 * places_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Place& place : places_) {
    if (place.number_and_one == 0) continue;
    std::size_t at = place.hash & mask;
    while (larger[at].number_and_one != 0) at = (at + 1) & mask;
    larger[at] = place;
  }
  places_ = std::move(larger);
}

void TermTable::clear() {
  places_.assign(kFirstPlaces, {});
  texts_.clear();
  languages_.clear();
  arena_.clear();
}

}  // namespace morgue
