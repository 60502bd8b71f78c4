// SPDX-License-Identifier: GPL-3.0-or-later
// What the lexers of Nexis and Factiva have in common: parentheses, quotes, words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "query/parse/dialect/build.h"
#include "query/parse/dialect/connectors.h"
#include "query/parse/dialect/typed_date.h"
#include "query/parse/note_list.h"
#include "query/parse/query_error.h"

namespace morgue::dialect {

class ConnectorLexer {
 public:
  ConnectorLexer(std::u32string_view text, NoteList& notes)
      : text_(text), notes_(notes), shadow_(ascii_shadow(text)) {}
  virtual ~ConnectorLexer() = default;

  /// The tokens of the text, the last of them End.
  Result<std::vector<Token>, QueryError> read();

 protected:
  /// Reads a token that begins with neither space, parenthesis nor quote.
  virtual Failure read_word() = 0;
  /// The operand that the word at `span` stands for, truncated or not.
  virtual Result<NodePtr, QueryError> make_word(Span span) = 0;
  /// The parentheses of the language; both alike.
  virtual std::string_view opening() const { return "("; }
  virtual std::string_view closing() const { return ")"; }

  /// Where the word that begins at `from` ends.
  std::uint32_t find_word_end(std::uint32_t from) const;
  std::uint32_t skip_spaces(std::uint32_t from) const;
  /// The text from `begin` on in lower case, ASCII alone; see ascii_shadow().
  std::string_view shadow_from(std::uint32_t begin) const {
    return std::string_view(shadow_).substr(begin);
  }
  std::string_view shadow(Span span) const { return span.of(shadow_); }
  std::string typed(Span span) const;
  std::uint32_t end_of_text() const { return static_cast<std::uint32_t>(text_.size()); }

  /// Adds a token for the text from begin_ to `end` and goes on behind it.
  Token& push(Token::Kind kind, std::uint32_t end);
  void push_operand(NodePtr node, std::uint32_t end);
  void push_connector(Connector connector, std::uint32_t end);
  /// `wrapper` is a Fielded or Function without its child.
  template <class Wrapper>
  void push_wrapper(Token::Kind kind, Wrapper wrapper, std::uint64_t looseness, std::uint32_t end) {
    const Span span{begin_, end};
    Token& token = push(kind, end);
    token.node = make_node(span, std::move(wrapper));
    token.looseness = looseness;
  }
  Failure push_word(Span span);
  /// A note when the date was not written without doubt.
  void note_date(const TypedDate& date, Span span);

  const std::u32string_view text_;
  NoteList& notes_;
  std::uint32_t begin_ = 0;  ///< of the token being read
  std::vector<Token> tokens_;

 private:
  Failure read_token();
  Failure read_quoted();

  const std::string shadow_;
};

/// The number of an operator right behind `name` when they are all of `text`: 3 in "adj3".
std::optional<std::uint32_t> number_behind(std::string_view text, std::string_view name);

}  // namespace morgue::dialect
