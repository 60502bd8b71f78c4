// SPDX-License-Identifier: GPL-3.0-or-later
// A tagged name taken apart into words and evidence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/article/mention.h"
#include "common/base/span.h"
#include "indexer/entities/names/name_word.h"

namespace morgue {

struct KnownName;

/// A word of a name, or a mark in it.
struct NamePart {
  WordId word = 0;
  bool glued = false;  ///< no white space before it
};

/// One mention: its words without titles, marks, possessives and nicknames, and what stands around
/// it.
struct ReadName {
  EntityKind kind = EntityKind::Person;
  TextPart part = TextPart::Body;
  Span bytes;
  std::uint32_t words_begin = 0;  ///< in NamesOfArticle::words
  std::uint32_t words_end = 0;
  std::uint32_t legal_end = 0;       ///< with the legal forms behind them: Corp, S.A.
  std::uint64_t letters = 0;         ///< hash of all its letters
  float confidence = 1;              ///< of the tagger, 0 to 1
  Gender gender = Gender::Unknown;   ///< of its title, or as kin
  Office office = Office::None;      ///< of its title
  WordId honorific = 0;              ///< the title that tells the gender, if `courteous`
  const KnownName* known = nullptr;  ///< for organisations and places
  bool titled = false;               ///< a title or honorific stands before it
  bool courteous = false;            ///< a title tells the gender
  bool kin = false;                  ///< introduced as somebody's relative
  bool located = false;              ///< after "in", "near": likely a place
  bool has_first_name = false;       ///< of a person: a known first name and more words
  bool shouted = false;              ///< written all in capitals, and not for being short
  bool told = false;                 ///< words around it told its kind, see told_kind
  bool bracketed = false;            ///< in brackets right after the name before it
};

/// The names of an article, in its order: of the title, then of the body.
struct NamesOfArticle {
  std::vector<ReadName> names;
  std::vector<NamePart> words;

  std::span<const NamePart> words_of(const ReadName& name) const {
    return std::span(words).subspan(name.words_begin, name.words_end - name.words_begin);
  }

  /// With "Corp", for acronyms that have its letter.
  std::span<const NamePart> words_with_legal_form(const ReadName& name) const {
    return std::span(words).subspan(name.words_begin, name.legal_end - name.words_begin);
  }

  void clear() {
    names.clear();
    words.clear();
  }
};

}  // namespace morgue
