// SPDX-License-Identifier: GPL-3.0-or-later
// The different names of an article, each with its mentions counted.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "indexer/entities/names/letters_table.h"
#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// Mentions of one kind with the same letters; those of a person by one word also with the same
/// title: "Mr. Clinton" and "Mrs. Clinton" are two forms. All mentions of a form are of one entity.
struct NameForm {
  static constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

  EntityKind kind = EntityKind::Person;
  std::uint32_t best = 0;          ///< number of the mention that is written best
  std::uint32_t first = 0;         ///< of the first
  std::uint32_t in_body = kNever;  ///< of the first in the body
  std::uint32_t count = 0;
  Gender gender = Gender::Unknown;
  Office office = Office::None;
  bool titled = false;  ///< any mention is
  bool legal = false;   ///< any mention has its legal form: it is the whole name of a firm
  bool kin = false;     ///< the first mention is
  std::uint32_t entity =
      0;                 ///< the form that stands for the entity; for itself until it is matched
  bool dropped = false;  ///< it names nothing after all
};

/// Puts the names of an article together to forms.
class FormTable {
 public:
  explicit FormTable(const WordBook& book) : book_(book) {}

  /// Replaces the forms by those of an article.
  void fill(const NamesOfArticle& article);

  std::vector<NameForm>& forms() { return forms_; }
  const std::vector<NameForm>& forms() const { return forms_; }
  /// The number of the form of each name.
  const std::vector<std::uint32_t>& form_of() const { return form_of_; }

 private:
  void add(const NamesOfArticle& article, std::uint32_t number);
  bool is_written_better(const NamesOfArticle& article, const ReadName& a, const ReadName& b) const;
  int marks_in(const NamesOfArticle& article, const ReadName& name) const;

  const WordBook& book_;
  LettersTable table_;
  std::vector<NameForm> forms_;
  std::vector<std::uint32_t> form_of_;
};

}  // namespace morgue
