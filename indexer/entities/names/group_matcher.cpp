// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/group_matcher.h"

#include <span>

#include "indexer/entities/names/known_names.h"

namespace morgue {
namespace {

std::uint64_t key_of(std::uint64_t letters, EntityKind kind) {
  return letters * 4 + static_cast<std::uint64_t>(kind);
}

}  // namespace

void GroupMatcher::match(const NamesOfArticle& article, const std::vector<std::uint32_t>& form_of,
                         std::vector<NameForm>& forms) {
  article_ = &article;
  forms_ = &forms;
  join_known();
  join_brackets(form_of);
  list_short_names();
  join_short_names();
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind != EntityKind::Person) forms[i].entity = entity_of(i);
  }
}

void GroupMatcher::join_known() {
  known_.clear();
  for (std::uint32_t i = 0; i < forms_->size(); ++i) {
    const KnownName* known = article_->names[(*forms_)[i].best].known;
    if (known == nullptr || (*forms_)[i].kind == EntityKind::Person) continue;
    const std::uint64_t key = reinterpret_cast<std::uintptr_t>(known);
    join(i, known_.find_or_add(key, i));
  }
}

/// Joins an acronym in brackets, or a name in brackets after its acronym.
void GroupMatcher::join_brackets(const std::vector<std::uint32_t>& form_of) {
  const auto& names = article_->names;
  for (std::size_t i = 1; i < names.size(); ++i) {
    const ReadName& before = names[i - 1];
    const ReadName& name = names[i];
    const bool same = name.bracketed && name.kind == before.kind && name.part == before.part;
    if (!same || name.kind == EntityKind::Person) continue;
    const auto words = article_->words_of(name);
    const auto words_before = article_->words_of(before);
    const auto fits = [this](std::span<const NamePart> acronym, std::span<const NamePart> whole) {
      return can_be_acronym(acronym, book_) && whole.size() > 1 &&
             can_abbreviate(book_[acronym.front().word], whole, book_);
    };
    if (fits(words, words_before) || fits(words_before, words)) {
      join(form_of[i], form_of[i - 1]);
    }
  }
}

void GroupMatcher::list_short_names() {
  short_names_.clear();
  for (std::uint32_t i = 0; i < forms_->size(); ++i) {
    const EntityKind kind = (*forms_)[i].kind;
    if (kind == EntityKind::Person || kind == EntityKind::Misc || words_of(i).size() < 2) continue;
    if (kind == EntityKind::Organisation) {
      acronyms_.make(words_of(i), book_);
      for (const std::uint64_t letters : acronyms_.hashes()) offer(letters, EntityKind::Misc, i);
    }
    offer_beginnings(i);
  }
}

/// Notes that letters can be short for a form; acronyms are listed under a kind that has none.
void GroupMatcher::offer(std::uint64_t letters, EntityKind kind, std::uint32_t form) {
  const std::uint64_t key = key_of(letters, kind);
  const std::uint32_t before = short_names_.find_or_add(key, form);
  if (before != kUnclear && entity_of(before) != entity_of(form))
    *short_names_.find(key) = kUnclear;
}

/// What the name is without its country or article, without generic words at its end, and up to a
/// link word.
void GroupMatcher::offer_beginnings(std::uint32_t form) {
  const auto words = words_of(form);
  const EntityKind kind = (*forms_)[form].kind;
  const NameWord& first = book_[words.front().word];
  LettersHash rest;
  for (const NamePart part : words.subspan(1)) rest.append(book_[part.word].hash);
  const bool country = first.is(kCountryPrefix) && kind == EntityKind::Organisation;
  if (country || first.is(kArticle)) offer(rest.value, kind, form);
  if (kind != EntityKind::Organisation) return;

  std::size_t generic = words.size();  // where the generic words at the end begin
  while (generic > 1 && book_[words[generic - 1].word].is(kGenericTail)) --generic;
  LettersHash beginning;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    beginning.append(book_[words[i].word].hash);
    const NameWord& next = book_[words[i + 1].word];
    // Not "and": what comes before it may be another firm.
    const bool joins_two = next.letters == "and" || next.letters == "y" || next.letters == "e";
    const bool before_link = i >= 1 && next.is(kLinkWord) && !next.capitalised && !joins_two;
    if (i + 1 >= generic || before_link) offer(beginning.value, kind, form);
  }
}

void GroupMatcher::join_short_names() {
  for (std::uint32_t i = 0; i < forms_->size(); ++i) {
    const NameForm& form = (*forms_)[i];
    if (form.kind == EntityKind::Person || form.kind == EntityKind::Misc) continue;
    const std::uint64_t letters = article_->names[form.best].letters;
    const std::uint32_t* whole = short_names_.find(key_of(letters, form.kind));
    const bool acronym = form.kind == EntityKind::Organisation && whole == nullptr &&
                         can_be_acronym(words_of(i), book_);
    if (acronym) whole = short_names_.find(key_of(letters, EntityKind::Misc));
    if (whole != nullptr && *whole != kUnclear) join(i, *whole);
  }
}

/// Joins two entities. Known names are never joined with one another.
void GroupMatcher::join(std::uint32_t form, std::uint32_t other) {
  const std::uint32_t a = entity_of(form);
  const std::uint32_t b = entity_of(other);
  if (a == b) return;
  const KnownName* known_a = article_->names[(*forms_)[a].best].known;
  const KnownName* known_b = article_->names[(*forms_)[b].best].known;
  if (known_a != nullptr && known_b != nullptr && known_a != known_b) return;
  // The known one stands for both; else the one that comes first.
  const bool keep_a = known_a != nullptr || (known_b == nullptr && a < b);
  if (keep_a) {
    (*forms_)[b].entity = a;
  } else {
    (*forms_)[a].entity = b;
  }
}

std::uint32_t GroupMatcher::entity_of(std::uint32_t form) const {
  while ((*forms_)[form].entity != form) form = (*forms_)[form].entity;
  return form;
}

std::span<const NamePart> GroupMatcher::words_of(std::uint32_t form) const {
  return article_->words_of(article_->names[(*forms_)[form].best]);
}

}  // namespace morgue
