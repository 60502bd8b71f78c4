// SPDX-License-Identifier: GPL-3.0-or-later
// The query as it was written: a tree that knows the language, and neither fields nor the engine.
#pragma once

#include <memory>
#include <optional>
#include <string>
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

/// "in quotes". Each part is a run of words or a wildcard; two runs of words are never neighbours.
/// `exact`: written as ="…", and then without wildcards.
struct Phrase {
  std::vector<std::variant<Word, Wildcard>> parts;
  bool exact = false;
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
/// is a AND (b AND c). No child of an And is an And, none of an Or an Or.
struct And {
  std::vector<NodePtr> children;
};
struct Or {
  std::vector<NodePtr> children;
};
struct Not {
  NodePtr child;
};

/// A lone "*": every article; as a field's child: every article that has the field.
struct All {};

struct Node {
  Span span;  ///< in code points of the query text
  std::variant<Word, Wildcard, Phrase, Range, Fielded, And, Or, Not, All> value;
};

}  // namespace morgue::ast
