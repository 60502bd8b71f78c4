// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <utility>

#include "tests/support/brute/generator.h"

namespace morgue::brute {
namespace {

using Kind = Node::Kind;

bool is_chain(Kind kind) {
  return kind == Kind::And || kind == Kind::Or || kind == Kind::Xor || kind == Kind::Near ||
         kind == Kind::Phrase;
}

Node without_part(const Node& node, std::size_t part) {
  Node fewer = node;
  fewer.parts.erase(fewer.parts.begin() + static_cast<std::ptrdiff_t>(part));
  if (!fewer.links.empty()) {
    const std::size_t link = std::min(part, fewer.links.size() - 1);
    fewer.links.erase(fewer.links.begin() + static_cast<std::ptrdiff_t>(link));
  }
  return fewer;
}

/// Trees one step simpler, the simplest first. Not all of them need be queries.
std::vector<Node> simpler(const Node& node) {
  std::vector<Node> found;
  if (node.kind != Kind::Phrase) {
    for (const Node& part : node.parts) found.push_back(part);
  }
  const std::size_t least = node.kind == Kind::Phrase ? 1 : 2;
  for (std::size_t i = 0; is_chain(node.kind) && node.parts.size() > least && i < node.parts.size();
       ++i) {
    found.push_back(without_part(node, i));
  }
  const auto change = [&](auto edit) {
    found.push_back(node);
    edit(found.back());
  };
  for (const int less : {node.number / 2, node.number - 1}) {
    if (less > 0 && less < node.number) change([&](Node& n) { n.number = less; });
  }
  if (node.kind == Kind::Phrase && node.number >= 0) change([](Node& n) { n.number = -1; });
  for (std::size_t i = 0; i < node.links.size(); ++i) {
    const int words = node.links[i].words;
    for (const int less : {words / 2, words - 1}) {
      if (less > 0 && less < words) change([&](Node& n) { n.links[i].words = less; });
    }
    if (node.links[i].ordered) change([&](Node& n) { n.links[i].ordered = false; });
  }
  if (node.exact) change([](Node& n) { n.exact = false; });
  const bool pattern =
      node.kind == Kind::Exact || node.kind == Kind::Fuzzy || node.kind == Kind::Regex;
  if (pattern) change([](Node& n) { n.kind = Kind::Word; });
  if (node.spelling != 0) change([](Node& n) { n.spelling = 0; });
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    for (Node& part : simpler(node.parts[i])) {
      change([&](Node& n) { n.parts[i] = std::move(part); });
    }
  }
  return found;
}

}  // namespace

Node shrink(Node node, const std::function<bool(const Node&)>& fails, int attempts) {
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (Node& candidate : simpler(node)) {
      if (attempts-- <= 0) return node;
      if (!fails(candidate)) continue;
      node = std::move(candidate);
      smaller = true;
      break;
    }
  }
  return node;
}

}  // namespace morgue::brute
