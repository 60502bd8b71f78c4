// SPDX-License-Identifier: GPL-3.0-or-later
// New queries made from a query: trees in, trees or canonical text out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/parser.h"

namespace morgue {

/// The whole text as plain words that must all be there; nothing in it is an operator, and signs
/// that stand alone are passed over. Errors: Q100 empty, Q108 too long, Q109 not UTF-8.
Result<ParsedQuery, QueryError> parse_literal(std::string_view text);

/// Plain words, phrases and wildcards side by side, joined with OR instead of AND. Anything else
/// stays as it is.
ast::NodePtr any_word(ast::NodePtr query);

/// A copy of the tree.
ast::NodePtr copy(const ast::Node& node);

/// Calls `use(child)` for each child of a node, in the order of the text.
template <class Use>
void for_each_child(ast::Node& node, Use use) {
  struct Visitor {
    Use& use;
    void all(std::vector<ast::NodePtr>& children) {
      for (ast::NodePtr& child : children) use(child);
    }
    void operator()(ast::And& both) { all(both.children); }
    void operator()(ast::Or& either) { all(either.children); }
    void operator()(ast::Xor& one) { all(one.children); }
    void operator()(ast::Proximity& chain) { all(chain.operands); }
    void operator()(ast::Apart& apart) {
      use(apart.kept);
      use(apart.avoided);
    }
    void operator()(ast::Not& negated) { use(negated.child); }
    void operator()(ast::Fielded& fielded) { use(fielded.child); }
    void operator()(ast::Function& function) { use(function.child); }
    void operator()(ast::Weighted& weighted) { use(weighted.child); }
    void operator()(ast::Word&) {}
    void operator()(ast::Wildcard&) {}
    void operator()(ast::Fuzzy&) {}
    void operator()(ast::Regex&) {}
    void operator()(ast::Phrase&) {}
    void operator()(ast::Range&) {}
    void operator()(ast::All&) {}
  };
  std::visit(Visitor{use}, node.value);
}

/// The same query where each date filter lets articles without a date pass.
ast::NodePtr with_undated(const ast::Node& query);

/// Canonical text of the query AND another (a facet row's).
std::string narrowed(const ast::Node& query, const std::string& by);

/// The same with these words side by side.
std::string narrowed_to_words(const ast::Node& query, const std::string& words);

/// What the query matches at most so many positions from these words. Not every query can be an
/// operand of that: whether it can, binding tells.
std::string near_words(const ast::Node& query, const std::string& words, std::uint32_t distance);

}  // namespace morgue
