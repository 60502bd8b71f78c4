// SPDX-License-Identifier: GPL-3.0-or-later
// The query as it was written: a tree that knows the language, and neither fields nor the engine.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/base/span.h"

namespace morgue::ast {

struct Node;
using NodePtr = std::unique_ptr<Node>;

/// A word as typed, without quotes and escapes. It may hold several tokens ("COVID-19"): the binder
/// decides. `exact`: written with "=". Never empty; inside a phrase trimmed, with single spaces.
struct Word {
  std::string text;
  bool exact = false;
};

/// A word with * (zero or more letters) or ? (exactly one letter). In `pattern` a backslash stands
/// before a *, ? or \ that means itself, and nowhere else; no * follows another.
struct Wildcard {
  std::string pattern;
};

/// word~2: the words of the archive that differ by at most `distance` letters, 1 or 2.
struct Fuzzy {
  std::string text;
  std::uint32_t distance = 2;
};

/// /letters/: a regular expression that a whole word must match. Never empty; "/" stands for
/// itself.
struct Regex {
  std::string pattern;
};

/// (one|other) inside a phrase: words without spaces, two or more.
struct OneOf {
  std::vector<std::string> words;
};

/// A lone _ inside a phrase: any one word.
struct AnyWord {};

/// "in quotes". Each part is a run of words, a wildcard, alternatives or any word; two runs of
/// words are never neighbours. `exact`: written as ="…", and then without wildcards. `slop`: "…"~2,
/// by how many positions in total the words may stand apart from where they should.
struct Phrase {
  using Part = std::variant<Word, Wildcard, OneOf, AnyWord>;
  std::vector<Part> parts;
  bool exact = false;
  std::uint32_t slop = 0;
};

/// a..b, a.., ..b, >=a, [a TO b} …; only stands inside a field. It has at least one end; an end
/// that is open counts as included.
struct Range {
  std::optional<std::string> low;
  std::optional<std::string> high;
  bool low_included = true;
  bool high_included = true;
  Span low_span, high_span;
};

/// name:child. Aliases and capitals are as typed.
struct Fielded {
  std::string name;
  Span name_span;
  NodePtr child;
};

/// Two or more children, in the order written; chains are flat: a AND b AND c is one node, and so
/// is a AND (b AND c). No child of an And is an And, none of an Or an Or, none of an Xor an Xor.
struct And {
  std::vector<NodePtr> children;
};
struct Or {
  std::vector<NodePtr> children;
};
/// An odd number of the children; of two: one, not both.
struct Xor {
  std::vector<NodePtr> children;
};
struct Not {
  NodePtr child;
};

/// How near two neighbours in a Proximity must be.
struct Closeness {
  enum class Unit { Words, Sentence, Paragraph };
  Unit unit = Unit::Words;
  std::uint32_t distance = 0;  ///< Words: at most so many positions apart, 1 or more; else 0
  bool ordered = false;        ///< the left one comes first

  friend bool operator==(const Closeness&, const Closeness&) = default;
};

/// a W/3 b PRE/2 c: two or more operands; between each and the next a closeness. A Proximity may be
/// an operand of another: (a W/3 b) W/9 c is not a W/3 b W/9 c.
struct Proximity {
  std::vector<NodePtr> operands;
  std::vector<Closeness> between;
};

/// a NOT W/5 b: some a has no b near. `closeness` is not ordered.
struct Apart {
  NodePtr kept;
  NodePtr avoided;
  Closeness closeness;
};

/// NAME(child). `number`: AtLeast and First only, 1 or more; else 0.
struct Function {
  enum class Kind { AtLeast, First, Caps, NoCaps, AllCaps, Exact };
  Kind kind = Kind::AtLeast;
  std::uint32_t number = 0;
  NodePtr child;
};

/// child^2: counts so many times in the ranking; finds the same. In thousandths: 1 to 1,000,000.
struct Weighted {
  NodePtr child;
  std::uint32_t thousandths = 1000;
};

/// A lone "*": every article; as a field's child: every article that has the field.
struct All {};

struct Node {
  Span span;  ///< in code points of the query text
  std::variant<Word, Wildcard, Fuzzy, Regex, Phrase, Range, Fielded, And, Or, Xor, Not, Proximity,
               Apart, Function, Weighted, All>
      value;
};

template <class Value>
NodePtr make_node(Span span, Value value) {
  return std::make_unique<Node>(Node{span, std::move(value)});
}

/// Of what stands in no text.
template <class Value>
NodePtr make_node(Value value) {
  return make_node(Span{}, std::move(value));
}

}  // namespace morgue::ast
