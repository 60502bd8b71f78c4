// SPDX-License-Identifier: GPL-3.0-or-later
// Tagged tokens to names: what is cut off, what the neighbouring words tell.
#pragma once

#include <span>
#include <vector>

#include "indexer/entities/names/known_names.h"
#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/token_view.h"
#include "indexer/entities/names/whole_names.h"
#include "indexer/entities/names/word_book.h"
#include "indexer/entities/surface_text.h"
#include "indexer/entities/tagged_name.h"

namespace morgue {

/// Reads the names of one text. Cut off: marks and possessives at the ends, titles and honorifics
/// of persons, articles ("the IMF", "el PAN") but not those of titles ("La Jornada"), and from the
/// words of a firm its legal form. Left out: nicknames in quotation marks, what stands in brackets
/// after a person. Added: "Jr." behind one. "Family, Given" is put in order. What is no name is
/// dropped (no_name.h).
class NameReader {
 public:
  /// Both must outlive the reader.
  NameReader(WordBook& book, const KnownNames& known)
      : book_(book), known_(known), whole_names_(known) {}

  /// Appends the names of one text to `out`. Precondition: `tagged` are of this text, in order.
  void read(const SurfaceText& text, std::span<const TaggedName> tagged, NamesOfArticle& out);

 private:
  /// `limit`: the token that the name must end before.
  void read_one(const TokenView& view, const TaggedName& tagged, std::uint32_t limit,
                NamesOfArticle& out);
  bool keeps_possessive(const TokenView& view, TokenRange tokens) const;
  void add_words(const TokenView& view, TokenRange tokens, ReadName& name,
                 NamesOfArticle& out) const;
  void add_person(const TokenView& view, TokenRange tokens, NamesOfArticle& out) const;
  void drop_article(ReadName& name, const NamesOfArticle& out) const;
  void drop_legal_forms(ReadName& name, const NamesOfArticle& out) const;
  void set_letters(ReadName& name, const NamesOfArticle& out) const;
  void look_up(ReadName& name, const NamesOfArticle& out) const;
  std::uint64_t letters_from(std::uint32_t begin, const ReadName& name,
                             const NamesOfArticle& out) const;

  WordBook& book_;
  const KnownNames& known_;
  WholeNames whole_names_;
  std::vector<TaggedName> whole_;
};

}  // namespace morgue
