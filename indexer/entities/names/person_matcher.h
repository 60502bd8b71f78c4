// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of an article are of one person.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/names/name_form.h"
#include "indexer/entities/names/person_name.h"
#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// Puts the forms of each person together. Full names go first, the longest before all, and join
/// the one person they can be of. Then short names: among the persons they fit, title and gender
/// decide, then who was called by this name before any namesake came up, then who was not brought
/// in as somebody's relative. Where all of this leaves two, the short name stays apart.
class PersonMatcher {
 public:
  explicit PersonMatcher(const WordBook& book) : book_(book) {}

  /// Sets `entity` of the forms of persons, and drops those that name nobody. Forms of one entity
  /// point to the same form, which points to itself.
  void match(const NamesOfArticle& article, std::vector<NameForm>& forms);

 private:
  static constexpr std::uint32_t kNone = NameForm::kNever;

  struct Person {  ///< an entity
    std::uint32_t form = 0;
    PersonName name;
    Gender gender = Gender::Unknown;
    std::uint32_t offices = 0;  ///< bits
    std::uint32_t first = 0;    ///< number of the first mention by a full name
    bool kin = false;           ///< brought in as a relative
    bool full = false;
  };

  struct Entry {  ///< of the list of the persons with a name
    std::uint32_t person;
    std::uint32_t next;
  };

  void read_forms(const NamesOfArticle& article);
  PersonName name_of(std::uint32_t form) const;
  void join_full(std::uint32_t form);
  void join_short(std::uint32_t form);
  void find_fitting(std::uint32_t form, ShortFit fit);
  std::uint32_t choose(std::uint32_t form);
  bool may_be_first_name(std::uint32_t form, std::uint32_t person) const;
  bool has_family(std::uint32_t person) const;
  template <typename Keep>
  void narrow(Keep keep);
  template <typename Visit>
  void for_each_named(SpellingId spelling, Visit visit) const;
  void start_person(std::uint32_t form, bool full);
  void add_to(std::uint32_t form, std::uint32_t person);
  void list(SpellingId spelling, std::uint32_t person);
  bool names_nobody(std::uint32_t form) const;

  const WordBook& book_;
  const NamesOfArticle* article_ = nullptr;
  std::vector<NameForm>* forms_ = nullptr;
  std::vector<NameUnit> units_;
  std::vector<Span> units_of_;             ///< by form, in units_
  std::vector<SpellingId> generation_of_;  ///< by form
  std::vector<std::uint32_t> full_;        ///< forms
  std::vector<std::uint32_t> short_;       ///< forms
  std::vector<Person> persons_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> heads_;    ///< by spelling: an entry
  std::vector<SpellingId> listed_;      ///< spellings with a head
  std::vector<std::uint32_t> fitting_;  ///< persons
};

}  // namespace morgue
