// SPDX-License-Identifier: GPL-3.0-or-later
// What a name is cut to when an article has it again.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/article/mention.h"
#include "indexer/entities/names/known_names.h"
#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// The short names that a longer one of an organisation or a place may have, but for acronyms.
class ShortNames {
 public:
  /// Both must outlive the short names.
  ShortNames(const WordBook& book, const KnownNames& known) : book_(book), known_(known) {}

  /// Replaces what is held by hashes of the letters of each: without its country or article;
  /// of organisations also its beginnings (Ford of Ford Motor, Carnegie Endowment of Carnegie
  /// Endowment for International Peace; not where the rest makes another body: Boeing of Boeing
  /// Employees Union), without the chamber or the level in front (Appropriations Committee of
  /// Senate Appropriations Committee), the noun that says what it is (Commission) and the singular
  /// (Liberal Democrat). `known`: whether it is in KnownNames, which lists the beginnings that are
  /// meant.
  void make(std::span<const NamePart> words, EntityKind kind, bool known);

  const std::vector<std::uint64_t>& hashes() const { return hashes_; }

 private:
  void add_without_front(std::span<const NamePart> words, EntityKind kind);
  void add_beginnings(std::span<const NamePart> words);
  bool may_begin(std::span<const NamePart> words, std::size_t size) const;
  void add_noun(std::span<const NamePart> words);
  void add_singular(std::span<const NamePart> words);
  void add(std::span<const NamePart> words);
  const NameWord& at(NamePart part) const { return book_[part.word]; }

  const WordBook& book_;
  const KnownNames& known_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace morgue
