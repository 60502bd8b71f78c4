// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/doubt.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace morgue {

namespace {

float least_of(EntityKind kind, bool one_word, const LeastConfidence& least) {
  if (kind == EntityKind::Person) return one_word ? least.bare_name : least.person;
  return kind == EntityKind::Organisation ? least.organisation : least.place;
}

/// "Harrow Fen Drainage Board", "Ministerio de Energía": its words say that it is an organisation.
bool says_organisation(std::span<const NamePart> words, const WordBook& book) {
  if (words.size() < 2) return false;
  const NameWord& first = book[words.front().word];
  if (book[words.back().word].is(kGenericTail | kBodyNoun)) return words.size() > 2;
  return first.is(kBodyNoun) && book[words[1].word].is(kLinkWord);
}

}  // namespace

void drop_doubtful(const NamesOfArticle& article, const std::vector<std::uint32_t>& form_of,
                   const WordBook& book, const LeastConfidence& least,
                   std::vector<NameForm>& forms) {
  std::vector<float> surest(forms.size(), 0);      // by entity
  std::vector<bool> one_word(forms.size(), true);  // by entity
  for (std::size_t i = 0; i < article.names.size(); ++i) {
    const ReadName& name = article.names[i];
    const bool telling = name.kind == EntityKind::Organisation &&
                         name.confidence >= kLeastOfTelling &&
                         says_organisation(article.words_of(name), book);
    const bool given =
        name.titled || name.courteous || name.has_first_name || name.known != nullptr || telling;
    const std::uint32_t entity = forms[form_of[i]].entity;
    if (article.words_of(name).size() > 1) one_word[entity] = false;
    float& sure = surest[entity];
    sure = std::max(sure, given ? 1.0F : name.confidence);
  }
  for (NameForm& form : forms) {
    const float needed = least_of(form.kind, one_word[form.entity], least);
    if (surest[form.entity] < needed) form.dropped = true;
  }
}

}  // namespace morgue
