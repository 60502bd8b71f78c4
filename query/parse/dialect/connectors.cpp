// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/connectors.h"

#include <algorithm>
#include <utility>

#include "query/parse/code_points.h"
#include "query/parse/run.h"

namespace morgue::dialect {
namespace {

/// A node and how deep it is, so that the limit of depth holds for chains, too.
struct Operand {
  NodePtr node;
  std::size_t depth = 1;
};

/// As many groups inside each other as the limit allows, around a word and inside a chain.
constexpr std::size_t kOutsideGroups = 2;

/// A connector, or a prefix that waits for its operand.
struct Pending {
  Token* token = nullptr;
  std::uint64_t looseness = 0;
};

/// What is read between two parentheses.
struct Level {
  std::vector<Operand> operands;
  std::vector<Pending> pending;
  const Token* first_and = nullptr;
  const Token* first_or = nullptr;
};

void set_child(Node& node, NodePtr child) {
  if (auto* fielded = std::get_if<ast::Fielded>(&node.value)) fielded->child = std::move(child);
  if (auto* function = std::get_if<ast::Function>(&node.value)) function->child = std::move(child);
}

/// Whether the connector makes a chain longer, and not another node.
bool goes_on(const Connector& connector, const NodePtr& left) {
  if (!left) return false;
  return connector.kind == Connector::Kind::Or ? std::holds_alternative<ast::Or>(left->value)
                                               : std::holds_alternative<ast::And>(left->value) &&
                                                     (connector.kind == Connector::Kind::And ||
                                                      connector.kind == Connector::Kind::AndNot);
}

NodePtr combine(const Connector& connector, NodePtr left, NodePtr right) {
  switch (connector.kind) {
    case Connector::Kind::Or:
      return join<ast::Or>(std::move(left), std::move(right));
    case Connector::Kind::And:
      return join<ast::And>(std::move(left), std::move(right));
    case Connector::Kind::AndNot:
      return join<ast::And>(std::move(left), negate(std::move(right)));
    case Connector::Kind::Apart:
    case Connector::Kind::Near:
      break;
  }
  const Span span{left->span.begin, right->span.end};
  if (connector.kind == Connector::Kind::Apart) {
    return make_node(span, ast::Apart{std::move(left), std::move(right), connector.closeness});
  }
  ast::Proximity pair;
  pair.operands.push_back(std::move(left));
  pair.operands.push_back(std::move(right));
  pair.between.push_back(connector.closeness);
  return make_node(span, std::move(pair));
}

// Operator precedence with explicit stacks; only parentheses recurse. A function that fails sets
// error_ and returns false or no node.
class ConnectorParser {
 public:
  ConnectorParser(std::u32string_view text, std::vector<Token> tokens, Connector implied_and,
                  const ParseOptions& options, NoteList notes)
      : text_(text), tokens_(std::move(tokens)), options_(options), notes_(std::move(notes)) {
    implied_.kind = Token::Kind::Connector;
    implied_.text = "AND";
    implied_.connector = implied_and;
  }

  Result<ParsedQuery, QueryError> parse() {
    Operand root = parse_expression();
    if (root.node && current().kind == Token::Kind::Close) fail_operand();
    if (error_) return *std::move(error_);
    return ParsedQuery{std::move(root.node), notes_.take()};
  }

 private:
  Operand parse_expression();
  bool parse_operands(Level& level);
  bool parse_side_by_side(Level& level);
  bool push_words(Level& level, std::vector<NodePtr> words, std::size_t depth);
  Operand parse_primary();
  Operand parse_group();
  Token* read_connector();
  bool push_connector(Level& level, Token& token);
  bool apply_tighter(Level& level, std::uint64_t looseness);
  bool apply(Level& level);
  bool judge_mix(const Level& level);
  Token& imply_and(Span where);

  Token& current() { return tokens_[at_]; }
  bool at_primary() {
    const Token& token = current();
    return token.kind == Token::Kind::Operand || token.kind == Token::Kind::Open ||
           (token.kind == Token::Kind::Prefix && token.looseness == 0);
  }
  bool within_depth(const Operand& operand) {
    if (operand.depth <= options_.max_depth + kOutsideGroups) return true;
    return fail(too_deep(operand.node->span, options_.max_depth));
  }
  bool fail(QueryError error) {
    error_ = std::move(error);
    return false;
  }
  bool fail_operand();
  bool fail_unclosed(const Token& open);

  std::u32string_view text_;
  std::vector<Token> tokens_;
  Token implied_;
  const ParseOptions& options_;
  NoteList notes_;
  std::size_t at_ = 0;
  std::size_t groups_ = 0;
  std::optional<QueryError> error_;
};

Operand ConnectorParser::parse_expression() {
  Level level;
  for (;;) {
    if (!parse_operands(level)) return {};
    Token* connector = read_connector();
    if (connector == nullptr) break;
    if (!push_connector(level, *connector)) return {};
  }
  if (!apply_tighter(level, ~std::uint64_t{0}) || !judge_mix(level)) return {};
  return std::move(level.operands.back());
}

// What stands before the next connector, with the prefixes before it.
bool ConnectorParser::parse_operands(Level& level) {
  Token& first = current();
  const bool excludes_from_all = level.operands.empty() && first.kind == Token::Kind::Connector &&
                                 first.connector.kind == Connector::Kind::AndNot;
  if (excludes_from_all) {
    level.operands.emplace_back();
    level.pending.push_back({&first, first.connector.looseness});
    ++at_;
  }
  while (current().kind == Token::Kind::Prefix && current().looseness > 0) {
    level.pending.push_back({&current(), current().looseness});
    ++at_;
  }
  return parse_side_by_side(level);
}

bool ConnectorParser::parse_side_by_side(Level& level) {
  std::vector<NodePtr> words;
  std::size_t depth = 0;
  do {
    Operand next = parse_primary();
    if (!next.node) return false;
    if (!words.empty() && !(is_text(*words.back()) && is_text(*next.node))) {
      const Span where = next.node->span;
      if (!push_words(level, std::exchange(words, {}), depth)) return false;
      if (!push_connector(level, imply_and(where))) return false;
      depth = 0;
    }
    depth = std::max(depth, next.depth);
    words.push_back(std::move(next.node));
  } while (at_primary());
  return push_words(level, std::move(words), depth);
}

bool ConnectorParser::push_words(Level& level, std::vector<NodePtr> words, std::size_t depth) {
  if (words.size() > 1) ++depth;
  Operand operand{side_by_side(std::move(words)), depth};
  if (is_any_word(*operand.node)) {
    return fail({"Q120", operand.node->span, "any one word needs a word beside it", ""});
  }
  while (current().kind == Token::Kind::Postfix) {
    Token& token = current();
    set_child(*token.node, std::move(operand.node));
    operand = {std::move(token.node), operand.depth + 1};
    ++at_;
    if (!within_depth(operand)) return false;
  }
  level.operands.push_back(std::move(operand));
  return true;
}

Operand ConnectorParser::parse_primary() {
  Token& token = current();
  if (token.kind == Token::Kind::Open) return parse_group();
  if (token.kind == Token::Kind::Operand) {
    ++at_;
    const std::size_t depth = std::holds_alternative<ast::Fielded>(token.node->value) ? 2 : 1;
    return {std::move(token.node), depth};
  }
  if (token.kind == Token::Kind::Prefix && token.looseness == 0) {
    ++at_;
    Operand group = parse_group();
    if (!group.node) return {};
    token.node->span = {token.span.begin, tokens_[at_ - 1].span.end};
    set_child(*token.node, std::move(group.node));
    return {std::move(token.node), group.depth + 1};
  }
  fail_operand();
  return {};
}

Operand ConnectorParser::parse_group() {
  const Token& open = current();
  if (groups_ == options_.max_depth) {
    fail(too_deep(open.span, options_.max_depth));
    return {};
  }
  ++groups_;
  ++at_;
  Operand inner = parse_expression();
  if (!inner.node) return {};
  if (current().kind != Token::Kind::Close) {
    fail_unclosed(open);
    return {};
  }
  ++at_;
  --groups_;
  inner.node->span = {open.span.begin, tokens_[at_ - 1].span.end};
  return inner;
}

// Null at the end of a group or of the query.
Token* ConnectorParser::read_connector() {
  Token& token = current();
  if (token.kind == Token::Kind::Close || token.kind == Token::Kind::End) return nullptr;
  if (token.kind != Token::Kind::Connector) return &imply_and(token.span);
  ++at_;
  return &token;
}

Token& ConnectorParser::imply_and(Span where) {
  if (notes_.wants("N104")) {
    constexpr std::uint32_t kLongest = 40;
    const auto typed = text_.substr(where.begin, std::min(where.size(), kLongest));
    notes_.add("N104", "no connector stands before " + encode_utf8(typed) +
                           (where.size() > kLongest ? "…" : "") + "; read as AND");
  }
  return implied_;
}

bool ConnectorParser::push_connector(Level& level, Token& token) {
  const Connector& connector = token.connector;
  const bool is_and =
      connector.kind == Connector::Kind::And || connector.kind == Connector::Kind::AndNot;
  if (is_and && level.first_and == nullptr) level.first_and = &token;
  if (connector.kind == Connector::Kind::Or && level.first_or == nullptr) level.first_or = &token;
  if (!apply_tighter(level, connector.looseness)) return false;
  level.pending.push_back({&token, connector.looseness});
  return true;
}

// Connectors of one looseness go from left to right.
bool ConnectorParser::apply_tighter(Level& level, std::uint64_t looseness) {
  while (!level.pending.empty() && level.pending.back().looseness <= looseness) {
    if (!apply(level)) return false;
  }
  return true;
}

bool ConnectorParser::apply(Level& level) {
  Token& token = *level.pending.back().token;
  level.pending.pop_back();
  Operand right = std::move(level.operands.back());
  level.operands.pop_back();
  Operand whole;
  if (token.kind == Token::Kind::Prefix) {
    token.node->span = {token.span.begin, right.node->span.end};
    set_child(*token.node, std::move(right.node));
    whole = {std::move(token.node), right.depth + 1};
  } else {
    Operand left = std::move(level.operands.back());
    level.operands.pop_back();
    const std::size_t left_depth = left.depth + (goes_on(token.connector, left.node) ? 0 : 1);
    const bool negated = token.connector.kind == Connector::Kind::AndNot;
    whole.depth = std::max(left_depth, right.depth + (negated ? 2 : 1));
    whole.node = combine(token.connector, std::move(left.node), std::move(right.node));
  }
  if (!within_depth(whole)) return false;
  level.operands.push_back(std::move(whole));
  return true;
}

bool ConnectorParser::judge_mix(const Level& level) {
  if (!options_.strict_mixes || level.first_and == nullptr || level.first_or == nullptr)
    return true;
  return fail({"Q112", level.first_or->span, "AND and OR are mixed without parentheses",
               "add parentheses around what belongs together"});
}

// Says why no operand begins at the current token.
bool ConnectorParser::fail_operand() {
  const Token& token = current();
  const Token* before = at_ == 0 ? nullptr : &tokens_[at_ - 1];
  const Token::Kind kind = before == nullptr ? Token::Kind::End : before->kind;
  if (kind == Token::Kind::Connector || kind == Token::Kind::Prefix) {
    return fail({"Q102", before->span, before->text + " needs something on its right", ""});
  }
  if (token.kind == Token::Kind::Connector || token.kind == Token::Kind::Postfix) {
    return fail({"Q103", token.span, token.text + " needs something on its left",
                 "for the word itself put it in quotes"});
  }
  if (token.kind == Token::Kind::Close) {
    if (kind != Token::Kind::Open) {
      return fail({"Q105", token.span, "this parenthesis was never opened", ""});
    }
    return fail({"Q105",
                 {before->span.begin, token.span.end},
                 "there is nothing between these parentheses",
                 ""});
  }
  if (kind == Token::Kind::Open) return fail_unclosed(*before);
  return fail({"Q100", token.span, "the query is empty", ""});
}

bool ConnectorParser::fail_unclosed(const Token& open) {
  return fail({"Q105", open.span, "this parenthesis is never closed", try_with(text_, U")")});
}

}  // namespace

Result<ParsedQuery, QueryError> parse_connectors(std::u32string_view text,
                                                 std::vector<Token> tokens, Connector implied_and,
                                                 const ParseOptions& options, NoteList notes) {
  return ConnectorParser(text, std::move(tokens), implied_and, options, std::move(notes)).parse();
}

}  // namespace morgue::dialect
