// SPDX-License-Identifier: GPL-3.0-or-later
// What positions must look like for an article to match, in terms of the engine: the part of a
// query that is not merely which words an article holds.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "query/parse/ast.h"

namespace morgue::match {

/// A half-open range of positions.
struct Window {
  std::uint32_t first = 0;
  std::uint32_t last = 0xFFFF'FFFF;
};

/// One place of a sequence: any of `terms`, at a position that none of `excluded` has.
struct Place {
  std::vector<std::string> terms;     ///< sorted
  std::vector<std::string> excluded;  ///< sorted
  bool any_word = false;              ///< "_": whatever stands there
};

/// Words at adjacent positions of `window`. With `slop`, at positions whose distances to where they
/// should be differ by so much at most; then places of any word only keep a distance.
struct Sequence {
  std::vector<Place> places;  ///< one at least is not any_word
  std::uint32_t slop = 0;
  Window window;
};

/// Where a name is mentioned: each run of adjacent positions of one of the terms.
struct Mention {
  std::vector<std::string> terms;
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/// All matches of all children.
struct AnyOf {
  std::vector<NodePtr> children;
};

/// The smallest runs of title or body that hold a match of each child.
struct AllOf {
  std::vector<NodePtr> children;
};

/// The smallest runs that hold one match of each operand, no two overlapping, each neighbouring two
/// as close as `between` says.
struct Near {
  std::vector<NodePtr> operands;
  std::vector<ast::Closeness> between;
};

/// The matches of `kept` that no other match of `avoided` overlaps or is close to.
struct Apart {
  NodePtr kept;
  NodePtr avoided;
  ast::Closeness closeness;
};

/// The matches that lie in the window.
struct Within {
  NodePtr child;
  Window window;
};

struct Node {
  std::variant<Sequence, Mention, AnyOf, AllOf, Near, Apart, Within> value;
};

template <class Value>
NodePtr make(Value value) {
  return std::make_shared<const Node>(Node{std::move(value)});
}

/// For people: (tariff|tariffs W/5 arancel).
std::string describe(const Node& node);

}  // namespace morgue::match
