// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/person_matcher.h"

#include <algorithm>
#include <tuple>

namespace morgue {
namespace {

/// So many namesakes are looked at: an article with more is a list, and tells nothing of whom a
/// short name means.
constexpr std::size_t kMostNamesakes = 64;

bool conflict(Gender a, Gender b) { return a != Gender::Unknown && b != Gender::Unknown && a != b; }

std::uint32_t bit_of(Office office) {
  return office == Office::None ? 0 : 1U << static_cast<unsigned>(office);
}

}  // namespace

void PersonMatcher::match(const NamesOfArticle& article, std::vector<NameForm>& forms) {
  article_ = &article;
  forms_ = &forms;
  for (const SpellingId spelling : listed_) heads_[spelling] = kNone;
  listed_.clear();
  if (heads_.size() < book_.spellings()) heads_.resize(book_.spellings(), kNone);
  entries_.clear();
  persons_.clear();
  read_forms(article);
  for (const std::uint32_t form : full_) join_full(form);
  for (const std::uint32_t form : short_) join_short(form);
}

void PersonMatcher::read_forms(const NamesOfArticle& article) {
  units_.clear();
  units_of_.assign(forms_->size(), Span{});
  generation_of_.assign(forms_->size(), 0);
  full_.clear();
  short_.clear();
  for (std::uint32_t i = 0; i < forms_->size(); ++i) {
    NameForm& form = (*forms_)[i];
    if (form.kind != EntityKind::Person) continue;
    const auto begin = static_cast<std::uint32_t>(units_.size());
    generation_of_[i] = read_units(article.words_of(article.names[form.best]), book_, units_);
    units_of_[i] = {begin, static_cast<std::uint32_t>(units_.size())};
    (units_of_[i].size() > 1 ? full_ : short_).push_back(i);
  }
  const auto initial_first = [this](std::uint32_t form) {
    return units_[units_of_[form].begin].initial;
  };
  // The longest first, for they say most; of equals those without initials.
  std::stable_sort(full_.begin(), full_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(units_of_[b].size(), initial_first(a)) <
           std::tuple(units_of_[a].size(), initial_first(b));
  });
  // A bare surname goes after those with a title, which say more.
  std::stable_partition(short_.begin(), short_.end(), [this](std::uint32_t form) {
    return (*forms_)[form].gender != Gender::Unknown || (*forms_)[form].kin;
  });
}

PersonName PersonMatcher::name_of(std::uint32_t form) const {
  const Span at = units_of_[form];
  return {std::span(units_).subspan(at.begin, at.size()), generation_of_[form]};
}

void PersonMatcher::join_full(std::uint32_t form) {
  const PersonName name = name_of(form);
  fitting_.clear();
  for_each_named(name.units.back().bare, [&](std::uint32_t person) {
    if (can_be_same(name, persons_[person].name)) fitting_.push_back(person);
  });
  narrow([&](std::uint32_t p) { return !conflict((*forms_)[form].gender, persons_[p].gender); });
  if (fitting_.empty() && name.units.front().gender == Gender::Unknown &&
      !name.units.front().initial) {
    find_fitting(form, ShortFit::Surname);  // López Obrador
  }
  if (fitting_.size() == 1) {
    add_to(form, fitting_.front());
  } else {
    start_person(form, true);
  }
}

void PersonMatcher::join_short(std::uint32_t form) {
  const PersonName name = name_of(form);
  if (name.units.empty()) return;
  bool unclear = false;
  for (const ShortFit fit : {ShortFit::Surname, ShortFit::InnerName, ShortFit::FirstName}) {
    find_fitting(form, fit);
    if (fitting_.empty()) continue;
    const std::uint32_t person = choose(form);
    if (person != kNone) return add_to(form, person);
    unclear = true;
    break;
  }
  if (!unclear && names_nobody(form)) {
    (*forms_)[form].dropped = true;
    return;
  }
  fitting_.clear();
  for_each_named(name.units.back().bare, [&](std::uint32_t person) {
    const Person& other = persons_[person];
    const bool same = !other.full && other.name.units.back().bare == name.units.back().bare;
    if (same && !conflict((*forms_)[form].gender, other.gender)) fitting_.push_back(person);
  });
  if (fitting_.size() == 1 && !(unclear && persons_[fitting_.front()].gender != Gender::Unknown)) {
    add_to(form, fitting_.front());
  } else {
    start_person(form, false);
  }
}

/// Fills fitting_ with the persons of full name that a short name fits so and by gender.
void PersonMatcher::find_fitting(std::uint32_t form, ShortFit fit) {
  const PersonName name = name_of(form);
  fitting_.clear();
  for_each_named(name.units.back().bare, [&](std::uint32_t person) {
    const Person& other = persons_[person];
    if (!other.full || conflict((*forms_)[form].gender, other.gender)) return;
    if (fit_of(name, other.name) == fit) fitting_.push_back(person);
  });
  if (fit == ShortFit::FirstName) {
    narrow([&](std::uint32_t person) { return may_be_first_name(form, person); });
  }
}

/// Which of the fitting persons is meant; kNone if nothing tells.
std::uint32_t PersonMatcher::choose(std::uint32_t form) {
  const NameForm& name = (*forms_)[form];
  const auto any_left = [this](auto keep) {
    return std::any_of(fitting_.begin(), fitting_.end(), keep);
  };
  const auto same_office = [&](std::uint32_t p) {
    return (persons_[p].offices & bit_of(name.office)) != 0;
  };
  if (any_left(same_office)) narrow(same_office);
  if (fitting_.size() == 1) return fitting_.front();
  // Called so before his namesakes came up: he is whom the article is about.
  const auto came_before = [&](std::uint32_t p) {
    return name.in_body != NameForm::kNever && persons_[p].first < name.in_body;
  };
  if (any_left(came_before)) narrow(came_before);
  if (fitting_.size() == 1) return fitting_.front();
  const auto no_relative = [&](std::uint32_t p) { return !persons_[p].kin; };
  if (any_left(no_relative)) narrow(no_relative);
  return fitting_.size() == 1 ? fitting_.front() : kNone;
}

/// A first name alone is safe for a person who came before, when no title says that it is a
/// surname, and no relative of somebody goes by it. Of a relative it is only within the family.
bool PersonMatcher::may_be_first_name(std::uint32_t form, std::uint32_t person) const {
  const NameForm& name = (*forms_)[form];
  const Person& other = persons_[person];
  if (name.kin) return has_family(person);
  const bool in_title_only = name.in_body == NameForm::kNever;
  if (!in_title_only && other.first > name.in_body) return false;
  if (name.titled && (bit_of(name.office) & other.offices) == 0) return false;
  bool is_relative = false;
  const SpellingId spelling = units_[units_of_[form].begin].bare;
  for_each_named(spelling, [&](std::uint32_t namesake) {
    is_relative = is_relative || (!persons_[namesake].full && persons_[namesake].kin);
  });
  return !is_relative;
}

/// Whether somebody else has the surname of a person, or is called by it alone.
bool PersonMatcher::has_family(std::uint32_t person) const {
  const SpellingId surname = persons_[person].name.units.back().bare;
  bool found = false;
  for_each_named(surname, [&](std::uint32_t other) {
    found = found || (other != person && persons_[other].name.units.back().bare == surname);
  });
  return found || std::any_of(short_.begin(), short_.end(), [&](std::uint32_t form) {
           const Span at = units_of_[form];
           return at.size() == 1 && units_[at.begin].bare == surname;
         });
}

void PersonMatcher::start_person(std::uint32_t form, bool full) {
  const NameForm& name = (*forms_)[form];
  Person person;
  person.form = form;
  person.name = name_of(form);
  person.full = full;
  person.kin = name.kin;
  person.first = name.first;
  person.offices = bit_of(name.office);
  person.gender = name.gender;
  if (person.gender == Gender::Unknown && full) {
    person.gender = person.name.units.front().gender;
  }
  const auto number = static_cast<std::uint32_t>(persons_.size());
  persons_.push_back(person);
  for (const NameUnit& unit : person.name.units) {
    if (unit.initial) continue;
    list(unit.bare, number);
  }
}

void PersonMatcher::add_to(std::uint32_t form, std::uint32_t number) {
  NameForm& name = (*forms_)[form];
  Person& person = persons_[number];
  name.entity = person.form;
  person.offices |= bit_of(name.office);
  if (person.gender == Gender::Unknown) person.gender = name.gender;
  if (units_of_[form].size() > 1) {
    person.first = std::min(person.first, name.first);
    if (person.first == name.first) person.kin = name.kin;
  }
}

void PersonMatcher::list(SpellingId spelling, std::uint32_t person) {
  std::uint32_t& head = heads_[spelling];
  if (head == kNone) listed_.push_back(spelling);
  if (head != kNone && entries_[head].person == person) return;
  entries_.push_back({person, head});
  head = static_cast<std::uint32_t>(entries_.size() - 1);
}

template <typename Keep>
void PersonMatcher::narrow(Keep keep) {
  fitting_.erase(std::remove_if(fitting_.begin(), fitting_.end(),
                                [&](std::uint32_t person) { return !keep(person); }),
                 fitting_.end());
}

template <typename Visit>
void PersonMatcher::for_each_named(SpellingId spelling, Visit visit) const {
  std::size_t seen = 0;
  for (std::uint32_t at = heads_[spelling]; at != kNone && seen < kMostNamesakes; ++seen) {
    visit(entries_[at].person);
    at = entries_[at].next;
  }
}

/// Weekdays, months and nationalities are persons only beside a full name that has them: May after
/// Theresa May. So are titles.
bool PersonMatcher::names_nobody(std::uint32_t form) const {
  const NameForm& name = (*forms_)[form];
  const auto words = article_->words_of(article_->names[name.best]);
  if (words.size() != 1 || name.titled) return false;
  const NameWord& word = book_[words.front().word];
  const bool plain = word.written.size() == word.letters.size();  // Germán is a man
  return plain && (word.is(kCalendar | kDemonym) || (word.is(kTitleOrName) && !word.capitalised));
}

}  // namespace morgue
