// SPDX-License-Identifier: GPL-3.0-or-later
// One kind for a name throughout an article, with care.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/entities/names/known_names.h"
#include "indexer/entities/names/letters_table.h"
#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// Corrects the kind of a mention where the other mentions of the same name outvote it two to one:
/// Morena, twice a party and once a person, is a party. A mention with evidence of its own keeps
/// its kind, so that Jordan can be a man and a country in one article: a person with a title or
/// with the full name in the article, a place that is known or stands after "in", an organisation
/// that is known. A full name speaks for its surname: BIDEN in a headline, taken for a place, is
/// the Joe Biden of the article. An acronym in brackets is what the name before it is: an
/// organisation, or an index of prices. And a name
/// that is known is of its known kind, unless something in the article speaks for another: Morena
/// alone is the party, but not beside "Morena Duarte".
class KindVote {
 public:
  /// Both must outlive the vote.
  KindVote(const WordBook& book, const KnownNames& known) : book_(book), known_(known) {}

  void settle(NamesOfArticle& article);

 private:
  static constexpr std::size_t kKinds = 4;

  struct Votes {
    std::array<std::uint32_t, kKinds> for_kind{};
    std::array<bool, kKinds> has_evidence{};
  };

  void trust_brackets(NamesOfArticle& article) const;
  void trust_known(NamesOfArticle& article);
  void trust_firms(NamesOfArticle& article);
  void trust_things(NamesOfArticle& article);
  bool is_known_organisation(const ReadName& name, bool shouted);
  bool is_known_place(const ReadName& name, bool shouted) const;
  void count(const NamesOfArticle& article);
  bool has_evidence(const ReadName& name) const;
  void count_surnames(const NamesOfArticle& article);
  EntityKind winner_over(EntityKind kind, const Votes& votes) const;
  void retype(EntityKind kind, ReadName& name, const NamesOfArticle& article) const;

  const WordBook& book_;
  const KnownNames& known_;
  LettersTable table_;
  LettersTable words_of_persons_;  // of full names
  LettersTable firms_;             // first words of organisations
  LettersTable things_;            // names of storms, ships and so on
  std::vector<Votes> votes_;
};

}  // namespace morgue
