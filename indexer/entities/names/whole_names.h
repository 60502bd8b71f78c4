// SPDX-License-Identifier: GPL-3.0-or-later
// Names of which a recognizer saw parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/names/known_names.h"
#include "indexer/entities/names/letters_table.h"
#include "indexer/entities/names/token_view.h"
#include "indexer/entities/tagged_name.h"

namespace morgue {

/// Puts parts together: a person around a nickname in quotation marks (Saúl "Canelo" Álvarez), and
/// the firms that
/// wires put in angle brackets (<Metal Traders Australasia Ltd>), organisations on both sides of
/// "&" (Game & Fish Department), and the well-known firms whose names have an "and" or a possessive
/// (Johnson & Johnson, McDonald's). Parts two organisations that an "and" joins, if the text has
/// one of them by itself.
class WholeNames {
 public:
  explicit WholeNames(const KnownNames& known) : known_(known) {}

  /// Replaces `whole` by the names of one text, in its order. Precondition: as of NameReader::read.
  void make(const SurfaceText& text, std::span<const TaggedName> tagged, WordBook& book,
            std::vector<TaggedName>& whole);

 private:
  void add(const TokenView& view, TaggedName name, std::vector<TaggedName>& whole);
  std::uint32_t joint_of(const TokenView& view, const TaggedName& name);
  TokenRange around_nickname(const TokenView& view, std::span<const TaggedName> tagged) const;
  TokenRange around_ampersand(const TokenView& view, std::span<const TaggedName> tagged,
                              std::uint32_t begin) const;
  TokenRange in_angle_brackets(const TokenView& view, TokenRange tokens, std::uint32_t begin) const;
  TokenRange of_known_firm(const TokenView& view, TokenRange tokens, std::uint32_t begin) const;

  const KnownNames& known_;
  LettersTable organisations_;  ///< letters of those that are tagged in the text
};

}  // namespace morgue
