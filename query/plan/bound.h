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

namespace morgue::bound {

/// Which part of the position space a match must lie in.
enum class Zone { Anywhere, Title, Body, Lead };

/// One word of a phrase, or a word alone.
struct Leaf {
  enum class Kind {
    Stemmed,  ///< the forms of the archive that share the word's stem
    Form,     ///< this folded form
    Exact,    ///< this folded form, written like `exact`
    Pattern,  ///< all forms that match a wildcard pattern, in folded letters
  };
  Kind kind = Kind::Form;
  std::string text;
  std::string exact;
  Span span;
};

/// Leaves at adjacent positions.
struct Phrase {
  std::string prefix;  ///< of the terms; empty for title and body
  Zone zone = Zone::Anywhere;
  std::vector<Leaf> leaves;  ///< never empty
  bool scored = true;        ///< false: matches without raising the score
};

/// One term exactly as it is spelled: a whole value, an id, the presence of a field.
struct Term {
  std::string term;
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
struct Not {
  NodePtr child;
};
struct All {};
struct Nothing {};

struct Node {
  std::variant<Phrase, Term, Dates, Numbers, And, Or, Not, All, Nothing> value;
};

template <class Value>
NodePtr make(Value value) {
  return std::make_unique<Node>(Node{std::move(value)});
}

}  // namespace morgue::bound
