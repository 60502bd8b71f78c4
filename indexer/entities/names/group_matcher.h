// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of an article are of one organisation, place or other thing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/names/acronym.h"
#include "indexer/entities/names/known_names.h"
#include "indexer/entities/names/letters_table.h"
#include "indexer/entities/names/name_form.h"
#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/short_names.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// Puts the forms together that are no persons: spellings of one known name; of organisations also
/// an acronym and the one name it can be made of (or the one it follows in brackets), and a name
/// and what it is cut to (see ShortNames). What could be short for two names stays apart, and so
/// does what is a place elsewhere in the article.
class GroupMatcher {
 public:
  /// Both must outlive the matcher.
  GroupMatcher(const WordBook& book, const KnownNames& known)
      : book_(book), shorter_(book, known) {}

  /// Sets `entity` of the forms that are no persons. Forms of one entity point to the same form,
  /// which points to itself.
  void match(const NamesOfArticle& article, const std::vector<std::uint32_t>& form_of,
             std::vector<NameForm>& forms);

 private:
  static constexpr std::uint32_t kUnclear = NameForm::kNever;

  void join_known();
  void join_brackets(const std::vector<std::uint32_t>& form_of);
  void list_places();
  void list_short_names();
  void offer_acronyms(std::span<const NamePart> words, std::uint32_t form);
  void offer(std::uint64_t letters, EntityKind kind, std::uint32_t form);
  bool join_short_names();
  bool join(std::uint32_t form, std::uint32_t other);
  std::uint32_t entity_of(std::uint32_t form) const;
  std::span<const NamePart> words_of(std::uint32_t form) const;

  const WordBook& book_;
  const NamesOfArticle* article_ = nullptr;
  std::vector<NameForm>* forms_ = nullptr;
  Acronyms acronyms_;
  ShortNames shorter_;
  LettersTable known_;        ///< a known name: its first form
  LettersTable places_;       ///< letters of the article's places
  LettersTable short_names_;  ///< letters: the form they can be short for, or kUnclear
};

}  // namespace morgue
