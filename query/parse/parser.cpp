// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/parser.h"

#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "query/parse/code_points.h"
#include "query/parse/lexer.h"
#include "query/parse/mixed_reading.h"
#include "query/parse/note_list.h"
#include "query/parse/operand_errors.h"
#include "query/parse/print.h"

namespace morgue {
namespace {

using ast::Node;
using ast::NodePtr;
using Nodes = std::vector<NodePtr>;

constexpr std::uint32_t kLongestRepeated = 200;  // code points of a query a note repeats

// "a AND (b AND c)" and "a AND b AND c" mean the same and are the same tree.
template <class Chain>
NodePtr make_chain(Nodes operands, Span span) {
  if (operands.size() == 1) return std::move(operands.front());
  Chain chain;
  for (NodePtr& operand : operands) {
    if (auto* inner = std::get_if<Chain>(&operand->value)) {
      std::move(inner->children.begin(), inner->children.end(), std::back_inserter(chain.children));
    } else {
      chain.children.push_back(std::move(operand));
    }
  }
  return std::make_unique<Node>(Node{span, std::move(chain)});
}

// Whether parentheses around the node belong to its span: they hold several operands.
bool joins_operands(const Node& node) {
  return std::holds_alternative<ast::And>(node.value) ||
         std::holds_alternative<ast::Or>(node.value) ||
         std::holds_alternative<ast::Xor>(node.value) ||
         std::holds_alternative<ast::Proximity>(node.value) ||
         std::holds_alternative<ast::Apart>(node.value);
}

Span span_of(const Nodes& operands) {
  return {operands.front()->span.begin, operands.back()->span.end};
}

// Recursive descent, one function per line of the grammar, loosest first. A function that fails
// sets error_ and returns null.
class Parser {
 public:
  Parser(std::u32string_view text, std::vector<QueryToken> tokens, const ParseOptions& options,
         NoteList& notes)
      : text_(text), tokens_(std::move(tokens)), options_(options), notes_(notes) {}

  Result<NodePtr, QueryError> parse() {
    NodePtr root = parse_or();
    if (root && current().kind == QueryTokenKind::Close)
      root = fail(missing_operand(tokens_, at_, text_));
    if (!root) return *std::move(error_);
    return root;
  }

 private:
  NodePtr parse_or();
  bool parse_xor(Nodes& operands, bool& mixed);
  bool parse_and(Nodes& operands);
  NodePtr parse_not();
  NodePtr parse_near();
  NodePtr parse_unary();
  NodePtr parse_function();
  NodePtr parse_primary();
  NodePtr parse_group();
  NodePtr parse_parentheses();
  bool judge_mix(const Node& as_read, const std::string& other_way, Span first_or);

  const QueryToken& current() const { return tokens_[at_]; }
  const QueryToken* previous() const { return at_ == 0 ? nullptr : &tokens_[at_ - 1]; }
  bool accept(QueryTokenKind kind) {
    if (current().kind != kind) return false;
    ++at_;
    return true;
  }
  static bool begins_operand(const QueryToken& token) {
    return token.kind == QueryTokenKind::Operand || token.kind == QueryTokenKind::Field ||
           token.kind == QueryTokenKind::Open || token.kind == QueryTokenKind::Not ||
           token.kind == QueryTokenKind::Function;
  }
  bool is_bare(const Nodes& operands) const {
    return operands.size() == 1 && bare_proximities_.count(operands.front().get()) > 0;
  }
  bool enter(Span where) {
    if (depth_ == options_.max_depth) {
      fail({"Q107", where,
            "nested deeper than " + std::to_string(options_.max_depth) +
                " levels, the limit of nesting depth",
            "parentheses in parentheses, NOT before NOT and NOT W/n after NOT W/n count"});
      return false;
    }
    ++depth_;
    return true;
  }
  Span since(std::uint32_t begin) const { return {begin, previous()->span.end}; }

  NodePtr fail(QueryError error) {
    error_ = std::move(error);
    return nullptr;
  }

  std::u32string_view text_;
  std::vector<QueryToken> tokens_;
  const ParseOptions& options_;
  NoteList& notes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool in_field_ = false;
  std::set<const Node*> bare_proximities_;  // those without parentheses of their own
  std::optional<QueryError> error_;
};

NodePtr Parser::parse_or() {
  const std::uint32_t begin = current().span.begin;
  std::vector<Nodes> alternatives(1);
  bool mixed = false;
  if (!parse_xor(alternatives.back(), mixed)) return nullptr;
  const Span first_or = current().span;
  while (accept(QueryTokenKind::Or)) {
    alternatives.emplace_back();
    if (!parse_xor(alternatives.back(), mixed)) return nullptr;
  }
  mixed = mixed && alternatives.size() > 1;
  const bool short_enough = since(begin).size() <= kLongestRepeated;
  const std::string other_way =
      mixed && short_enough ? print_or_first(alternatives, bare_proximities_) : "";
  Nodes nodes;
  for (Nodes& operands : alternatives) {
    const Span span = span_of(operands);
    nodes.push_back(make_chain<ast::And>(std::move(operands), span));
  }
  NodePtr node = make_chain<ast::Or>(std::move(nodes), since(begin));
  if (mixed && !judge_mix(*node, other_way, first_or)) return nullptr;
  return node;
}

// Fills `operands` with what AND joins; with XOR, with the one node that makes. `mixed` becomes
// true when the operands hold together by precedence alone.
bool Parser::parse_xor(Nodes& operands, bool& mixed) {
  const std::uint32_t begin = current().span.begin;
  if (!parse_and(operands)) return false;
  bool several = operands.size() > 1 || is_bare(operands);
  mixed = mixed || several;
  if (current().kind != QueryTokenKind::Xor) return true;
  const Span first_xor = current().span;
  Nodes nodes;
  do {
    if (!nodes.empty()) {
      operands.clear();
      if (!parse_and(operands)) return false;
      several = several || operands.size() > 1 || is_bare(operands);
    }
    const Span span = span_of(operands);
    nodes.push_back(make_chain<ast::And>(std::move(operands), span));
  } while (accept(QueryTokenKind::Xor));
  operands.clear();
  operands.push_back(make_chain<ast::Xor>(std::move(nodes), since(begin)));
  mixed = true;
  return !several || judge_mix(*operands.front(), "", first_xor);
}

// Fills `operands` with one or more.
bool Parser::parse_and(Nodes& operands) {
  do {
    NodePtr operand = parse_not();
    if (!operand) return false;
    operands.push_back(std::move(operand));
    // A written AND; or "and" between two operands; or nothing at all.
    if (!accept(QueryTokenKind::And) && current().bare_and && begins_operand(tokens_[at_ + 1]))
      ++at_;
  } while (begins_operand(current()) || previous()->kind == QueryTokenKind::And);
  return true;
}

NodePtr Parser::parse_not() {
  const std::size_t first = at_;
  const std::size_t depth = depth_;
  while (current().kind == QueryTokenKind::Not) {
    if (!enter(current().span)) return nullptr;
    ++at_;
  }
  const std::size_t behind = at_;
  NodePtr node = parse_near();
  depth_ = depth;
  for (std::size_t i = behind; node && i > first; --i) {
    const Span span = since(tokens_[i - 1].span.begin);
    node = std::make_unique<Node>(Node{span, ast::Not{std::move(node)}});
  }
  return node;
}

NodePtr Parser::parse_near() {
  const std::uint32_t begin = current().span.begin;
  const std::size_t depth = depth_;
  NodePtr left = parse_unary();
  if (!left) return nullptr;
  bool joined = false;
  bool open_chain = false;  // `left` is a chain of this level, which a further operand joins
  for (;;) {
    const bool negated = current().kind == QueryTokenKind::Not && current().text == "NOT" &&
                         tokens_[at_ + 1].kind == QueryTokenKind::Near;
    const QueryToken& near = tokens_[at_ + (negated ? 1 : 0)];
    if (near.kind != QueryTokenKind::Near) break;
    const ast::Closeness closeness = near.closeness;
    if (negated && closeness.ordered) {
      return fail({"Q129",
                   {current().span.begin, near.span.end},
                   "NOT goes with W/n, W/S and W/P, which have no order",
                   "write NOT " + near.text.substr(near.text.find('/')).insert(0, "W")});
    }
    // What stands left of a new chain or of NOT W/n becomes its child: a level deeper.
    if ((negated || !open_chain) && !enter(near.span)) return nullptr;
    at_ += negated ? 2 : 1;
    NodePtr right = parse_unary();
    if (!right) return nullptr;
    if (negated) {
      left = std::make_unique<Node>(
          Node{since(begin), ast::Apart{std::move(left), std::move(right), closeness}});
      open_chain = false;
    } else if (open_chain) {
      auto& chain = std::get<ast::Proximity>(left->value);
      chain.operands.push_back(std::move(right));
      chain.between.push_back(closeness);
      left->span = since(begin);
    } else {
      ast::Proximity chain;
      chain.operands.push_back(std::move(left));
      chain.operands.push_back(std::move(right));
      chain.between.push_back(closeness);
      left = std::make_unique<Node>(Node{since(begin), std::move(chain)});
      open_chain = true;
    }
    joined = true;
  }
  depth_ = depth;
  if (joined) bare_proximities_.insert(left.get());
  return left;
}

NodePtr Parser::parse_unary() {
  const std::uint32_t begin = current().span.begin;
  NodePtr node;
  if (current().kind == QueryTokenKind::Field) {
    const Span name_span = current().span;
    std::string name = current().text;
    ++at_;
    const bool was_in_field = std::exchange(in_field_, true);
    NodePtr child = current().kind == QueryTokenKind::Function ? parse_function() : parse_primary();
    in_field_ = was_in_field;
    if (!child) return nullptr;
    node = std::make_unique<Node>(
        Node{since(begin), ast::Fielded{std::move(name), name_span, std::move(child)}});
  } else {
    node = current().kind == QueryTokenKind::Function ? parse_function() : parse_primary();
    if (!node) return nullptr;
  }
  if (current().kind != QueryTokenKind::Weight) return node;
  const std::uint32_t weight = current().number;
  ++at_;
  if (current().kind == QueryTokenKind::Weight) {
    return fail({"Q127", current().span, "one weight is enough", ""});
  }
  return std::make_unique<Node>(Node{since(begin), ast::Weighted{std::move(node), weight}});
}

NodePtr Parser::parse_function() {
  const QueryToken name = current();
  ++at_;
  if (current().kind != QueryTokenKind::Open) {
    return fail({"Q102", name.span, name.text + " needs a parenthesis right of it",
                 "write " + name.text + "(…)"});
  }
  NodePtr child = parse_parentheses();
  if (!child) return nullptr;
  return std::make_unique<Node>(
      Node{since(name.span.begin), ast::Function{name.function, name.number, std::move(child)}});
}

NodePtr Parser::parse_primary() {
  QueryToken& token = tokens_[at_];
  if (token.kind == QueryTokenKind::Open) return parse_group();
  if (token.kind != QueryTokenKind::Operand) return fail(missing_operand(tokens_, at_, text_));
  if (std::holds_alternative<ast::Range>(token.operand) && !in_field_) {
    return fail({"Q115", token.span, "a range needs a field",
                 "for example date:2024-01..2024-03; for the text itself put it in quotes"});
  }
  ++at_;
  return std::visit(
      [&](auto& operand) {
        return std::make_unique<Node>(Node{token.span, std::move(operand)});
      },
      token.operand);
}

// "(" query ")": what is inside.
NodePtr Parser::parse_parentheses() {
  const QueryToken& open = current();
  if (!enter(open.span)) return nullptr;
  ++at_;
  NodePtr inner = parse_or();
  if (!inner) return nullptr;
  if (!accept(QueryTokenKind::Close)) return fail(never_closed(tokens_, open, text_));
  --depth_;
  return inner;
}

NodePtr Parser::parse_group() {
  const std::uint32_t begin = current().span.begin;
  NodePtr inner = parse_parentheses();
  if (!inner) return nullptr;
  if (joins_operands(*inner)) inner->span = since(begin);
  bare_proximities_.erase(inner.get());
  return inner;
}

// Operators of two levels side by side, at the first of the looser. `other_way` is empty when there
// is none, or it is too long to repeat.
bool Parser::judge_mix(const Node& as_read, const std::string& other_way, Span first_or) {
  if (options_.strict_mixes) {
    fail({"Q112", first_or, "operators are mixed without parentheses",
          other_way.empty() ? "add parentheses around what belongs together"
                            : "write " + print(as_read) + ", or " + other_way});
    return false;
  }
  if (!notes_.wants("N101")) return true;
  if (other_way.empty() && as_read.span.size() > kLongestRepeated) {
    notes_.add("N101",
               "proximity, then AND bind tighter than XOR and OR here; parentheses say it without "
               "doubt (Nexis reads OR first)");
  } else if (other_way.empty()) {
    notes_.add("N101", "read as " + print(as_read));
  } else {
    notes_.add("N101", "read as " + print(as_read) + "; for " + other_way +
                           " add parentheses (Nexis reads it so)");
  }
  return true;
}

}  // namespace

Result<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseOptions& options) {
  const auto points = decode_query(text, options.max_bytes);
  if (!points) return points.error();
  NoteList notes;
  auto tokens = lex_query(*points, notes);
  if (!tokens) return tokens.error();
  auto root = Parser(*points, std::move(*tokens), options, notes).parse();
  if (!root) return root.error();
  return ParsedQuery{std::move(*root), notes.take()};
}

}  // namespace morgue
