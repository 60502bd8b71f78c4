// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/group_matcher.h"

#include <span>

#include "indexer/entities/names/doubt.h"

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
  list_places();
  // Once more where something was joined: what was short for two of a family's forms then is for
  // one.
  constexpr int kRounds = 2;
  for (int round = 0; round < kRounds; ++round) {
    list_short_names();
    if (!join_short_names()) break;
  }
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
    const auto words = article_->words_with_legal_form(name);
    const auto words_before = article_->words_with_legal_form(before);
    if (can_stand_for(words, words_before, book_) || can_stand_for(words_before, words, book_)) {
      join(form_of[i], form_of[i - 1]);
    }
  }
}

void GroupMatcher::list_places() {
  places_.clear();
  for (const ReadName& name : article_->names) {
    const bool sure =
        name.located || name.known != nullptr || name.confidence >= kLeastConfidence.place;
    if (name.kind == EntityKind::Place && sure) places_.find_or_add(name.letters, 0);
  }
}

void GroupMatcher::list_short_names() {
  short_names_.clear();
  for (std::uint32_t i = 0; i < forms_->size(); ++i) {
    const EntityKind kind = (*forms_)[i].kind;
    if (kind == EntityKind::Person || kind == EntityKind::Misc) continue;
    const auto words = words_of(i);
    if (words.size() > 1 && kind == EntityKind::Organisation) {
      offer_acronyms(words, i);
      const ReadName& name = article_->names[(*forms_)[i].best];
      if (name.legal_end > name.words_end) offer_acronyms(article_->words_with_legal_form(name), i);
    }
    shorter_.make(words, kind, article_->names[(*forms_)[i].best].known != nullptr);
    for (const std::uint64_t letters : shorter_.hashes()) offer(letters, kind, i);
  }
}

void GroupMatcher::offer_acronyms(std::span<const NamePart> words, std::uint32_t form) {
  acronyms_.make(words, book_);
  for (const std::uint64_t letters : acronyms_.hashes()) offer(letters, EntityKind::Misc, form);
}

/// Notes that letters can be short for a form; acronyms are listed under a kind that has none.
void GroupMatcher::offer(std::uint64_t letters, EntityKind kind, std::uint32_t form) {
  const std::uint64_t key = key_of(letters, kind);
  const std::uint32_t before = short_names_.find_or_add(key, form);
  if (before != kUnclear && entity_of(before) != entity_of(form))
    *short_names_.find(key) = kUnclear;
}

/// Returns whether any were joined.
bool GroupMatcher::join_short_names() {
  bool joined = false;
  for (std::uint32_t i = 0; i < forms_->size(); ++i) {
    const NameForm& form = (*forms_)[i];
    if (form.kind == EntityKind::Person || form.kind == EntityKind::Misc) continue;
    // "Toshiba Corp" is not short for Toshiba Machine, which belongs to it.
    if (form.legal) continue;
    const std::uint64_t letters = article_->names[form.best].letters;
    const std::uint32_t* whole = short_names_.find(key_of(letters, form.kind));
    const bool acronym = form.kind == EntityKind::Organisation && whole == nullptr &&
                         can_be_acronym(words_of(i), book_);
    if (acronym) whole = short_names_.find(key_of(letters, EntityKind::Misc));
    if (whole == nullptr || *whole == kUnclear) continue;
    const bool place = form.kind == EntityKind::Organisation && places_.find(letters) != nullptr;
    if (!place) joined = join(i, *whole) || joined;
  }
  return joined;
}

/// Joins two entities, or returns false. Known names are never joined with one another.
bool GroupMatcher::join(std::uint32_t form, std::uint32_t other) {
  const std::uint32_t a = entity_of(form);
  const std::uint32_t b = entity_of(other);
  if (a == b) return false;
  const KnownName* known_a = article_->names[(*forms_)[a].best].known;
  const KnownName* known_b = article_->names[(*forms_)[b].best].known;
  if (known_a != nullptr && known_b != nullptr && known_a != known_b) return false;
  // The known one stands for both; else the one that comes first.
  const bool keep_a = known_a != nullptr || (known_b == nullptr && a < b);
  if (keep_a) {
    (*forms_)[b].entity = a;
  } else {
    (*forms_)[a].entity = b;
  }
  return true;
}

std::uint32_t GroupMatcher::entity_of(std::uint32_t form) const {
  while ((*forms_)[form].entity != form) form = (*forms_)[form].entity;
  return form;
}

std::span<const NamePart> GroupMatcher::words_of(std::uint32_t form) const {
  return article_->words_of(article_->names[(*forms_)[form].best]);
}

}  // namespace morgue
