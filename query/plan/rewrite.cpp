// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/rewrite.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "common/index/schema.h"
#include "common/text/analyzer.h"
#include "query/parse/decode_query.h"
#include "query/parse/print.h"

namespace morgue {
namespace {

std::vector<ast::NodePtr> copy_all(const std::vector<ast::NodePtr>& nodes) {
  std::vector<ast::NodePtr> copies;
  for (const ast::NodePtr& node : nodes) copies.push_back(copy(*node));
  return copies;
}

ast::NodePtr copy_value(const ast::And& both) {
  return ast::make_node(ast::And{copy_all(both.children)});
}
ast::NodePtr copy_value(const ast::Or& either) {
  return ast::make_node(ast::Or{copy_all(either.children)});
}
ast::NodePtr copy_value(const ast::Xor& one) {
  return ast::make_node(ast::Xor{copy_all(one.children)});
}
ast::NodePtr copy_value(const ast::Proximity& chain) {
  return ast::make_node(ast::Proximity{copy_all(chain.operands), chain.between});
}
ast::NodePtr copy_value(const ast::Apart& apart) {
  return ast::make_node(ast::Apart{copy(*apart.kept), copy(*apart.avoided), apart.closeness});
}
ast::NodePtr copy_value(const ast::Function& function) {
  return ast::make_node(ast::Function{function.kind, function.number, copy(*function.child)});
}
ast::NodePtr copy_value(const ast::Weighted& weighted) {
  return ast::make_node(ast::Weighted{copy(*weighted.child), weighted.thousandths});
}
ast::NodePtr copy_value(const ast::Not& negated) {
  return ast::make_node(ast::Not{copy(*negated.child)});
}
ast::NodePtr copy_value(const ast::Fielded& fielded) {
  return ast::make_node(ast::Fielded{fielded.name, fielded.name_span, copy(*fielded.child)});
}
template <class Leaf>
ast::NodePtr copy_value(const Leaf& leaf) {
  return ast::make_node(leaf);
}

bool is_date(const ast::Fielded& fielded) {
  const Field* field = find_field(fielded.name);
  return field != nullptr && field->kind == FieldKind::Date;
}

void admit_undated(ast::NodePtr& node) {
  if (auto* fielded = std::get_if<ast::Fielded>(&node->value)) {
    if (!is_date(*fielded)) return;
    ast::Or either;
    either.children.push_back(std::move(node));
    either.children.push_back(
        ast::make_node(ast::Fielded{"missing", {}, ast::make_node(ast::Word{"date", false})}));
    node = ast::make_node(std::move(either));
    return;
  }
  for_each_child(*node, admit_undated);
}

bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

ast::NodePtr phrase_of(const std::string& words) {
  ast::Phrase phrase;
  phrase.parts.emplace_back(ast::Word{words});
  return ast::make_node(std::move(phrase));
}

ast::NodePtr both_of(const ast::Node& query, ast::NodePtr by) {
  ast::And both;
  const auto add = [&](const ast::Node& node) {
    if (const auto* same = std::get_if<ast::And>(&node.value)) {
      for (ast::NodePtr& child : copy_all(same->children))
        both.children.push_back(std::move(child));
    } else if (!std::holds_alternative<ast::All>(node.value)) {
      both.children.push_back(copy(node));
    }
  };
  add(query);
  if (both.children.empty()) return by;
  add(*by);
  return both.children.size() == 1 ? std::move(both.children.front())
                                   : ast::make_node(std::move(both));
}

}  // namespace

Result<ParsedQuery, QueryError> parse_literal(std::string_view text) {
  if (const auto points = decode_query(text); !points) return points.error();
  ast::And words;
  Analyzer analyzer;
  TokenList tokens;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_white_space(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    analyzer.analyze(word, tokens);
    const bool sign = tokens.tokens().empty();  // one that stands alone in pasted text
    if (!sign) words.children.push_back(ast::make_node(ast::Word{std::string(word)}));
    at = end + 1;
  }
  if (words.children.empty()) {
    return QueryError{"Q100", {}, "the query is empty", "type one or more words"};
  }
  ParsedQuery parsed;
  parsed.root = words.children.size() == 1 ? std::move(words.children.front())
                                           : ast::make_node(std::move(words));
  return parsed;
}

ast::NodePtr any_word(ast::NodePtr query) {
  auto* both = std::get_if<ast::And>(&query->value);
  if (both == nullptr) return query;
  for (const ast::NodePtr& child : both->children) {
    const bool plain = std::holds_alternative<ast::Word>(child->value) ||
                       std::holds_alternative<ast::Phrase>(child->value) ||
                       std::holds_alternative<ast::Fuzzy>(child->value) ||
                       std::holds_alternative<ast::Regex>(child->value) ||
                       std::holds_alternative<ast::Wildcard>(child->value);
    if (!plain) return query;
  }
  return ast::make_node(query->span, ast::Or{std::move(both->children)});
}

ast::NodePtr copy(const ast::Node& node) {
  ast::NodePtr result = std::visit([](const auto& value) { return copy_value(value); }, node.value);
  result->span = node.span;
  return result;
}

ast::NodePtr with_undated(const ast::Node& query) {
  ast::NodePtr result = copy(query);
  admit_undated(result);
  return result;
}

std::string narrowed(const ast::Node& query, const std::string& by) {
  auto parsed = parse_query(by);
  assert(parsed && "a row's query is made by us");
  return print(*both_of(query, std::move(parsed->root)));
}

std::string narrowed_to_words(const ast::Node& query, const std::string& words) {
  return print(*both_of(query, phrase_of(words)));
}

std::string near_words(const ast::Node& query, const std::string& words, std::uint32_t distance) {
  ast::Proximity near;
  near.operands.push_back(copy(query));
  near.operands.push_back(phrase_of(words));
  near.between.push_back({ast::Closeness::Unit::Words, distance, false});
  return print(*ast::make_node(std::move(near)));
}

}  // namespace morgue
