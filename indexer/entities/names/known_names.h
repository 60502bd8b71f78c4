// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations and places that go by several names.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article/mention.h"

namespace morgue {

/// One that everybody knows, and what it is called.
struct KnownName {
  EntityKind kind;
  std::string_view english;  ///< its name in articles in English and all other languages
  std::string_view spanish;  ///< in articles in Spanish
  std::string_view aliases;  ///< other spellings, parted by ';'. One all in capitals
                             ///< is meant only so: WHO is not "who"
  bool never_else = false;   ///< of a place: no team, firm or person goes by its name
};

/// Looks up spellings of known names.
class KnownNames {
 public:
  KnownNames();

  /// The row whose name or alias has these letters (the hash of all words together), or null.
  /// `shouted`: whether every letter is a capital.
  const KnownName* find(EntityKind kind, std::uint64_t letters, bool shouted) const;

  /// Whether a place has this name, though persons or teams may have it too: Jordan, Washington.
  bool is_place(std::uint64_t letters) const;

  /// Whether a country has this name, and hardly any organisation: Canada, México.
  bool is_country(std::uint64_t letters) const { return countries_.contains(letters); }

  /// Whether this organisation's name ends in a possessive: McDonald's. The letters are all of it.
  bool keeps_possessive(std::uint64_t letters) const { return with_possessive_.contains(letters); }

  /// Whether this organisation's name has an "and": Johnson & Johnson.
  bool is_pair(std::uint64_t letters) const { return pairs_.contains(letters); }

  /// Whether the article at its front is part of this name: La Jornada, The Hague.
  bool keeps_article(std::uint64_t letters) const;

 private:
  struct Entry {
    const KnownName* name;
    bool only_shouted;
  };

  void add(const KnownName& name, std::string_view spelling);

  std::unordered_map<std::uint64_t, Entry> organisations_;
  std::unordered_map<std::uint64_t, Entry> places_;
  std::unordered_map<std::uint64_t, char> place_words_;
  std::unordered_map<std::uint64_t, char> with_article_;
  std::unordered_map<std::uint64_t, char> countries_;
  std::unordered_map<std::uint64_t, char> with_possessive_;
  std::unordered_map<std::uint64_t, char> pairs_;
};

}  // namespace morgue
