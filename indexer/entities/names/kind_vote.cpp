// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/kind_vote.h"

#include <algorithm>

#include "indexer/entities/names/acronym.h"

namespace morgue {
namespace {

/// In capitals throughout, a name says less of its kind.
constexpr std::uint32_t kVote = 2;
constexpr std::uint32_t kShoutedVote = 1;

std::size_t index_of(EntityKind kind) { return static_cast<std::size_t>(kind); }

}  // namespace

void KindVote::settle(NamesOfArticle& article) {
  trust_brackets(article);
  trust_known(article);
  trust_firms(article);
  trust_things(article);
  count(article);
  count_surnames(article);
  for (ReadName& name : article.names) {
    const Votes& votes = votes_[*table_.find(name.letters)];
    const EntityKind kind = winner_over(name.kind, votes);
    if (kind != name.kind) retype(kind, name, article);
  }
}

void KindVote::trust_brackets(NamesOfArticle& article) const {
  for (std::size_t i = 1; i < article.names.size(); ++i) {
    const ReadName& before = article.names[i - 1];
    ReadName& name = article.names[i];
    const auto words = article.words_of(name);
    if (!name.bracketed || name.kind == before.kind || before.part != name.part) continue;
    const bool long_name =
        (before.kind == EntityKind::Organisation || before.kind == EntityKind::Misc) &&
        article.words_of(before).size() > 1;
    if (long_name && can_stand_for(words, article.words_with_legal_form(before), book_)) {
      retype(before.kind, name, article);
    }
  }
}

void KindVote::trust_known(NamesOfArticle& article) {
  words_of_persons_.clear();
  for (const ReadName& name : article.names) {
    const auto words = article.words_of(name);
    if (name.kind != EntityKind::Person || words.size() < 2) continue;
    for (const NamePart part : words) {
      words_of_persons_.find_or_add(book_[part.word].hash.value, 0);
    }
  }
  for (ReadName& name : article.names) {
    const auto words = article.words_of(name);
    const bool shouted = words.size() == 1 && book_[words.front().word].shouted;
    if (is_known_organisation(name, shouted)) {
      retype(EntityKind::Organisation, name, article);
    } else if (is_known_place(name, shouted)) {
      retype(EntityKind::Place, name, article);
    }
  }
}

/// A bare name that nobody in the article bears is the firm's whose name begins with it: Gordon of
/// Gordon Investment. Not of Clinton Foundation, which is named after somebody.
void KindVote::trust_firms(NamesOfArticle& article) {
  firms_.clear();
  for (const ReadName& name : article.names) {
    const auto words = article.words_of(name);
    if (name.kind != EntityKind::Organisation || words.size() < 2) continue;
    const auto rest = words.subspan(1);
    const bool named_after = std::any_of(rest.begin(), rest.end(), [this](NamePart part) {
      const NameWord& word = book_[part.word];
      return word.is(kBodyWord | kBodyNoun | kOtherBody | kLinkWord) || word.written == "&";
    });
    if (!named_after) firms_.find_or_add(book_[words.front().word].hash.value, 0);
  }
  for (ReadName& name : article.names) {
    if (name.kind != EntityKind::Person || name.titled) continue;
    const bool bare = article.words_of(name).size() == 1 && firms_.find(name.letters) != nullptr;
    if (bare && words_of_persons_.find(name.letters) == nullptr) {
      retype(EntityKind::Organisation, name, article);
    }
  }
}

/// A bare name is the storm's or the ship's that the article calls so: Dorian of Hurricane Dorian.
void KindVote::trust_things(NamesOfArticle& article) {
  things_.clear();
  bool any = false;
  for (const ReadName& name : article.names) {
    if (!name.told || name.kind != EntityKind::Misc) continue;
    auto words = article.words_of(name);
    if (words.size() > 1 && book_[words.front().word].is(kThing)) words = words.subspan(1);
    if (words.size() != 1) continue;
    things_.find_or_add(book_[words.front().word].hash.value, 0);
    any = true;
  }
  if (!any) return;
  for (ReadName& name : article.names) {
    const bool bare = name.kind == EntityKind::Person && !name.titled &&
                      things_.find(name.letters) != nullptr &&
                      words_of_persons_.find(name.letters) == nullptr;
    if (bare) retype(EntityKind::Misc, name, article);
  }
}

bool KindVote::is_known_organisation(const ReadName& name, bool shouted) {
  if (name.kind == EntityKind::Organisation || known_.is_place(name.letters)) return false;
  if (name.titled || name.located || words_of_persons_.find(name.letters) != nullptr) return false;
  return known_.find(EntityKind::Organisation, name.letters, shouted) != nullptr;
}

bool KindVote::is_known_place(const ReadName& name, bool shouted) const {
  if (name.kind == EntityKind::Place) return false;
  if (name.kind == EntityKind::Organisation && known_.is_country(name.letters)) return true;
  const KnownName* known = known_.find(EntityKind::Place, name.letters, shouted);
  return known != nullptr && known->never_else;
}

void KindVote::count(const NamesOfArticle& article) {
  table_.clear();
  votes_.clear();
  for (const ReadName& name : article.names) {
    const auto fresh = static_cast<std::uint32_t>(votes_.size());
    const std::uint32_t at = table_.find_or_add(name.letters, fresh);
    if (at == fresh) votes_.emplace_back();
    const std::size_t kind = index_of(name.kind);
    votes_[at].for_kind[kind] += name.shouted ? kShoutedVote : kVote;
    votes_[at].has_evidence[kind] = votes_[at].has_evidence[kind] || has_evidence(name);
  }
}

bool KindVote::has_evidence(const ReadName& name) const {
  switch (name.kind) {
    case EntityKind::Person:
      return name.titled;
    case EntityKind::Organisation:
      return name.known != nullptr;
    case EntityKind::Place:
      return name.located || known_.is_place(name.letters);
    case EntityKind::Misc:
      return false;
  }
  return false;
}

/// Counts full names for what they end with: Nieto, Peña Nieto.
void KindVote::count_surnames(const NamesOfArticle& article) {
  for (const ReadName& name : article.names) {
    const auto words = article.words_of(name);
    if (name.kind != EntityKind::Person || words.size() < 2) continue;
    for (std::size_t first = words.size() - 1; first > 0; --first) {
      LettersHash letters;
      for (const NamePart part : words.subspan(first)) letters.append(book_[part.word].hash);
      const std::uint32_t* at = table_.find(letters.value);
      if (at == nullptr) continue;
      const std::size_t person = index_of(EntityKind::Person);
      // Two surnames in a row are nobody else's.
      votes_[*at].for_kind[person] += kVote * static_cast<std::uint32_t>(words.size() - first);
      votes_[*at].has_evidence[person] = true;
    }
  }
}

/// The kind that outvotes a kind, or the kind itself.
EntityKind KindVote::winner_over(EntityKind kind, const Votes& votes) const {
  if (votes.has_evidence[index_of(kind)]) return kind;
  EntityKind best = kind;
  for (std::size_t other = 0; other < kKinds; ++other) {
    if (votes.for_kind[other] > votes.for_kind[index_of(best)])
      best = static_cast<EntityKind>(other);
  }
  const bool outvoted = votes.for_kind[index_of(best)] >= 2 * votes.for_kind[index_of(kind)];
  return outvoted ? best : kind;
}

void KindVote::retype(EntityKind kind, ReadName& name, const NamesOfArticle& article) const {
  name.kind = kind;
  const auto words = article.words_of(name);
  const bool shouted = words.size() == 1 && book_[words.front().word].shouted;
  name.known = known_.find(kind, name.letters, shouted);
}

}  // namespace morgue
