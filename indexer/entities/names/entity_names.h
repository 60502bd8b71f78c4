// SPDX-License-Identifier: GPL-3.0-or-later
// What each entity of an article is called.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/names/letters_table.h"
#include "indexer/entities/names/name_form.h"
#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// Chooses names for entities.
class EntityNames {
 public:
  explicit EntityNames(const WordBook& book) : book_(book) {}

  /// Names the entities of matched forms.
  void choose(const NamesOfArticle& article, const std::vector<NameForm>& forms, bool spanish);

  /// The name of an entity, given the form that stands for it.
  const std::string& of(std::uint32_t entity) const { return names_[entity]; }

 private:
  bool says_more(const NamesOfArticle& article, const NameForm& a, const NameForm& b) const;
  int weight(const NamesOfArticle& article, const NameForm& form) const;
  int words_in_capitals(const NamesOfArticle& article, const NameForm& form) const;
  std::string name_of(const NamesOfArticle& article, const NameForm& form, bool spanish) const;
  void part_namesakes(const NamesOfArticle& article, const std::vector<NameForm>& forms);

  const WordBook& book_;
  std::vector<std::uint32_t> best_;  ///< by entity: the form that names it
  std::vector<std::string> names_;   ///< by entity
  LettersTable surnames_;
  std::vector<std::uint32_t> bearers_;  ///< of each surname: how many entities
};

}  // namespace morgue
