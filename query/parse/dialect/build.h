// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of our tree, made from what other languages write.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/note_list.h"
#include "query/parse/query_error.h"

namespace morgue::dialect {

using ast::make_node;
using ast::Node;
using ast::NodePtr;
using Failure = std::optional<QueryError>;

/// Q191: `what` has no equivalent in Morgue's language.
QueryError no_equivalent(Span span, const std::string& what, std::string suggestion = {});

QueryError too_deep(Span span, std::size_t limit);

/// A chain of both (And, Or) as ast.h wants it: flat. No left side: the right one alone.
template <class Chain>
NodePtr join(NodePtr left, NodePtr right) {
  if (!left) return right;
  const Span span{left->span.begin, right->span.end};
  if (!std::holds_alternative<Chain>(left->value)) {
    Chain chain;
    chain.children.push_back(std::move(left));
    left = make_node(span, std::move(chain));
  }
  left->span = span;
  auto& children = std::get<Chain>(left->value).children;
  if (auto* inner = std::get_if<Chain>(&right->value)) {
    for (NodePtr& child : inner->children) children.push_back(std::move(child));
  } else {
    children.push_back(std::move(right));
  }
  return left;
}

NodePtr negate(NodePtr node);

/// Whether operands of this kind can stand side by side as a phrase: words, and groups of words.
bool is_text(const Node& node);

/// Operands that stand side by side, the words of a phrase: one Phrase when all are words, else
/// their neighbourhood in this order (PRE/1). One alone stays as it is.
/// Precondition: not empty; each is_text().
NodePtr side_by_side(std::vector<NodePtr> operands);

/// What was in quotes: a Phrase also of a single word. A proximity stays one.
NodePtr in_quotes(std::vector<NodePtr> operands, Span span);

/// A lone "_" of a phrase, until side_by_side() makes it part of one.
NodePtr make_any_word(Span span);
bool is_any_word(const Node& node);

/// Gathers the letters of a word and the signs that stand for others.
class WordBuilder {
 public:
  void letter(char32_t point);
  void one_letter();
  void any_letters();

  bool empty() const { return pattern_.empty(); }
  bool is_wild() const { return wild_; }
  const std::string& text() const { return text_; }

  /// A Word, Wildcard, or All for a lone any_letters(). Precondition: not empty.
  NodePtr finish(Span span) const;

  /// The same with up to `most` letters behind it: tariff$2 is "tariff" OR tariff? OR tariff??.
  NodePtr finish(Span span, std::uint32_t most) const;

 private:
  std::string text_;     // without signs
  std::string pattern_;  // as ast::Wildcard wants it
  bool wild_ = false;
  bool ends_in_any_ = false;
};

/// How a field's value is compared.
enum class Comparison { Is, Above, AtLeast, Below, AtMost };

struct Bound {
  Comparison comparison = Comparison::Is;
  std::string value;
  Span span;
};

/// name:value or name:range. Two bounds must be one low and one high end, else nullptr.
NodePtr compare(std::string_view field, Span name_span, const std::vector<Bound>& bounds,
                Span span);

/// One byte for each code point, to compare with what is spelled in ASCII: capitals in lower case,
/// every space ' ' and every dash '-', and DEL for all that is not ASCII.
std::string ascii_shadow(std::u32string_view text);

/// A whole number, up to 9 digits; nullopt when `text` is anything else.
std::optional<std::uint32_t> read_number(std::string_view text);

/// The number of an operator, from 1 to kLargestNumber; nullopt when `text` is anything else.
std::optional<std::uint32_t> read_count(std::string_view text);

}  // namespace morgue::dialect
