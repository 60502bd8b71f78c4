// SPDX-License-Identifier: GPL-3.0-or-later
// The query with its fields, dates and numbers understood, before its words are looked up.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/base/span.h"
#include "query/parse/ast.h"

namespace morgue::bound {

/// Which part of the position space a match must lie in.
enum class Zone { Anywhere, Title, Body, Lead };

/// How a word must be written; together they all must hold.
enum Written : unsigned {
  kAnyWay = 0,
  kAsTyped = 1U << 0U,       ///< like Leaf::exact
  kWithCapitals = 1U << 1U,  ///< at least one
  kNoCapitals = 1U << 2U,
  kAllCapitals = 1U << 3U,  ///< at least one, and no small letter
  kSameCase = 1U << 4U,     ///< like Leaf::exact but for accents
  kSameAccents = 1U << 5U,  ///< like Leaf::exact but for capitals
};

/// One word of a query.
struct Leaf {
  enum class Kind {
    Stemmed,  ///< the forms of the archive that share the word's stem
    Form,     ///< this folded form
    Pattern,  ///< all forms that match a wildcard pattern, in folded letters
    Similar,  ///< all forms that differ by `distance` letters at most
    Regex,    ///< all forms that match a regular expression
  };
  Kind kind = Kind::Form;
  std::string text;            ///< folded; of Regex: with its letters folded
  unsigned written = kAnyWay;  ///< bits of Written
  std::string exact;           ///< as typed; empty for what is no word
  std::uint32_t distance = 0;
  Span span;
};

/// What may stand at one place of a phrase; no leaf: any word.
using Place = std::vector<Leaf>;

/// Words at adjacent positions. Never empty; one place at least has a leaf.
struct Phrase {
  std::string prefix;  ///< of the terms; empty for title and body
  Zone zone = Zone::Anywhere;
  std::vector<Place> places;
  std::uint32_t slop = 0;
  bool scored = true;  ///< false: matches without raising the score
  Span span;
};

/// Where the text mentions names of an entity field: those that hold `words`, or that are `value`.
struct Mention {
  std::string prefix;
  Phrase words;       ///< no places when `value` is given
  std::string value;  ///< by value_form()
};

/// Articles indexed by a name that counts as this one.
struct Named {
  std::string prefix;
  std::string value;  ///< by value_form()
};

/// One term exactly as it is spelled: a whole value, an id.
struct Term {
  std::string term;
};

/// Articles that have a field.
struct Has {
  std::string field;
};

/// Articles whose possible days meet [first, last], in days since 1970-01-01.
struct Dates {
  std::optional<std::int32_t> first;
  std::optional<std::int32_t> last;
};

/// Articles whose number in a slot lies in [first, last].
struct Numbers {
  unsigned slot = 0;
  std::optional<std::uint32_t> first;
  std::optional<std::uint32_t> last;
};

struct Node;
using NodePtr = std::unique_ptr<Node>;

struct And {
  std::vector<NodePtr> children;
};
struct Or {
  std::vector<NodePtr> children;
};
struct Xor {
  std::vector<NodePtr> children;
};
struct Not {
  NodePtr child;
};

/// Below these stand only phrases, mentions, And, Or, Near, Apart and First: what has positions.
struct Near {
  std::vector<NodePtr> operands;
  std::vector<ast::Closeness> between;
};
struct Apart {
  NodePtr kept;
  NodePtr avoided;
  ast::Closeness closeness;
};
struct AtLeast {
  std::uint32_t count = 1;
  NodePtr child;
};
struct First {
  std::uint32_t words = 0;
  NodePtr child;
};

struct Weighted {
  NodePtr child;
  double weight = 1;
};
struct All {};
struct Nothing {};

struct Node {
  std::variant<Phrase, Mention, Named, Term, Has, Dates, Numbers, And, Or, Xor, Not, Near, Apart,
               AtLeast, First, Weighted, All, Nothing>
      value;
};

template <class Value>
NodePtr make(Value value) {
  return std::make_unique<Node>(Node{std::move(value)});
}

}  // namespace morgue::bound
