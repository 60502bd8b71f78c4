// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens around a name.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/entities/names/word_book.h"
#include "indexer/entities/surface_text.h"

namespace morgue {

/// Some tokens of a text, from `first` up to but not with `end`.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;

  bool empty() const { return first >= end; }
  std::uint32_t size() const { return end - first; }
};

/// A text seen from one of its sentences.
class TokenView {
 public:
  /// Both must outlive the view.
  TokenView(const SurfaceText& text, WordBook& book);

  /// Goes to the sentence of a token. Precondition: not before the sentence it is at.
  void go_to(std::uint32_t token);

  /// The tokens of the sentence, and its number and the number of sentences.
  TokenRange sentence() const { return sentence_; }
  std::size_t sentence_number() const { return number_; }
  std::size_t sentences() const { return text_.sentence_starts.size(); }
  /// The tokens of the line of the sentence that a token is on.
  TokenRange line_of(std::uint32_t token) const;

  const NameWord& word(std::uint32_t token) const { return book_[word_id(token)]; }
  WordId word_id(std::uint32_t token) const { return book_.find_or_add(text_.written(token)); }
  std::string_view written(std::uint32_t token) const { return text_.written(token); }

  bool is_mark(std::uint32_t token) const { return word(token).letters.empty(); }
  bool is_quote(std::uint32_t token) const;
  /// 's or a lone apostrophe.
  bool is_possessive(std::uint32_t token) const;
  /// Whether no white space parts it from the token before. Precondition: it is not the first.
  bool is_glued(std::uint32_t token) const;
  Span bytes_of(TokenRange tokens) const;

 private:
  bool line_breaks_before(std::uint32_t token) const;

  const SurfaceText& text_;
  WordBook& book_;
  std::size_t number_ = 0;
  TokenRange sentence_;
};

}  // namespace morgue
