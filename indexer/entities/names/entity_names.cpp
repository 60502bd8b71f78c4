// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/entity_names.h"

#include "indexer/entities/names/display_name.h"
#include "indexer/entities/names/known_names.h"

namespace morgue {

void EntityNames::choose(const NamesOfArticle& article, const std::vector<NameForm>& forms,
                         bool spanish) {
  const auto size = static_cast<std::uint32_t>(forms.size());
  if (names_.size() < size) names_.resize(size);
  best_.resize(size);
  for (std::uint32_t i = 0; i < size; ++i) best_[i] = forms[i].entity;
  for (std::uint32_t i = 0; i < size; ++i) {
    std::uint32_t& best = best_[forms[i].entity];
    if (says_more(article, forms[i], forms[best])) best = i;
  }
  for (std::uint32_t i = 0; i < size; ++i) {
    if (forms[i].entity == i) names_[i] = name_of(article, forms[best_[i]], spanish);
  }
  part_namesakes(article, forms);
}

bool EntityNames::says_more(const NamesOfArticle& article, const NameForm& a,
                            const NameForm& b) const {
  const int weight_a = weight(article, a);
  const int weight_b = weight(article, b);
  if (weight_a != weight_b) return weight_a > weight_b;
  const int capitals_a = words_in_capitals(article, a);
  const int capitals_b = words_in_capitals(article, b);
  if (capitals_a != capitals_b) return capitals_a < capitals_b;
  if (a.count != b.count) return a.count > b.count;
  return a.first < b.first;
}

/// How much a form says. Known names outweigh all; words count, initials and articles less.
int EntityNames::weight(const NamesOfArticle& article, const NameForm& form) const {
  constexpr int kKnownWeight = 1000;
  constexpr int kFullWeight = 100;
  const ReadName& name = article.names[form.best];
  int weight = name.known != nullptr ? kKnownWeight : 0;
  const auto words = article.words_of(name);
  const NameWord& first = book_[words.front().word];
  const bool person = form.kind == EntityKind::Person;
  if (person && words.size() > 1 && !first.initials && !first.is(kParticle)) weight += kFullWeight;
  if (!person && first.is(kArticle)) weight -= 4;
  for (const NamePart part : words) {
    const NameWord& word = book_[part.word];
    if (!word.letters.empty()) weight += word.initials ? 1 : 2;
  }
  return weight;
}

/// As in a headline: the text writes "Bush" where it says BUSH.
int EntityNames::words_in_capitals(const NamesOfArticle& article, const NameForm& form) const {
  int number = 0;
  for (const NamePart part : article.words_of(article.names[form.best])) {
    number += book_[part.word].shouted && !book_[part.word].initials ? 1 : 0;
  }
  return number;
}

std::string EntityNames::name_of(const NamesOfArticle& article, const NameForm& form,
                                 bool spanish) const {
  const ReadName& name = article.names[form.best];
  if (name.known != nullptr) {
    return std::string(spanish ? name.known->spanish : name.known->english);
  }
  return display_name(article.words_of(name), name.shouted, book_);
}

/// Gives "Mrs." back to a surname that somebody else of the article has, too.
void EntityNames::part_namesakes(const NamesOfArticle& article,
                                 const std::vector<NameForm>& forms) {
  surnames_.clear();
  bearers_.clear();
  const auto surname_of = [&](std::uint32_t entity) {
    return book_[article.words_of(article.names[forms[best_[entity]].best]).back().word].hash.value;
  };
  const auto is_person = [&](std::uint32_t i) {
    return forms[i].entity == i && forms[i].kind == EntityKind::Person && !forms[i].dropped;
  };
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (!is_person(i)) continue;
    const auto fresh = static_cast<std::uint32_t>(bearers_.size());
    const std::uint32_t at = surnames_.find_or_add(surname_of(i), fresh);
    if (at == fresh) bearers_.push_back(0);
    ++bearers_[at];
  }
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (!is_person(i)) continue;
    const ReadName& name = article.names[forms[i].first];
    const bool bare = article.words_of(name).size() == 1 && best_[i] == i;
    if (!bare || !name.courteous || bearers_[*surnames_.find(surname_of(i))] < 2) continue;
    names_[i].insert(0, std::string(book_[name.honorific].written) + ' ');
  }
}

}  // namespace morgue
