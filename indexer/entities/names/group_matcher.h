// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of an article are of one organisation, place or other thing.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/names/acronym.h"
#include "indexer/entities/names/letters_table.h"
#include "indexer/entities/names/name_form.h"
#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// Puts the forms together that are no persons: spellings of one known name; of organisations also
/// an acronym and the one name it can be made of (or the one it follows in brackets), a name and
/// the same with a country in front or an article, with a generic word after it (Ford, Ford Motor)
/// or with more words after a link word (Carnegie Endowment, Carnegie Endowment for International
/// Peace). What could be short for two names stays apart.
class GroupMatcher {
 public:
  explicit GroupMatcher(const WordBook& book) : book_(book) {}

  /// Sets `entity` of the forms that are no persons. Forms of one entity point to the same form,
  /// which points to itself.
  void match(const NamesOfArticle& article, const std::vector<std::uint32_t>& form_of,
             std::vector<NameForm>& forms);

 private:
  static constexpr std::uint32_t kUnclear = NameForm::kNever;

  void join_known();
  void join_brackets(const std::vector<std::uint32_t>& form_of);
  void list_short_names();
  void offer(std::uint64_t letters, EntityKind kind, std::uint32_t form);
  void offer_beginnings(std::uint32_t form);
  void join_short_names();
  void join(std::uint32_t form, std::uint32_t other);
  std::uint32_t entity_of(std::uint32_t form) const;
  std::span<const NamePart> words_of(std::uint32_t form) const;

  const WordBook& book_;
  const NamesOfArticle* article_ = nullptr;
  std::vector<NameForm>* forms_ = nullptr;
  Acronyms acronyms_;
  LettersTable known_;        ///< a known name: its first form
  LettersTable short_names_;  ///< letters: the form they can be short for, or kUnclear
};

}  // namespace morgue
