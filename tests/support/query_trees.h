// SPDX-License-Identifier: GPL-3.0-or-later
// Query trees for tests: equality, and any tree the parser may give.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/parse/ast.h"

namespace morgue::test {

bool same_tree(const ast::Node& a, const ast::Node& b);

struct SameValue {
  const ast::Node& other;

  bool operator()(const ast::Word& a) const {
    const auto* b = std::get_if<ast::Word>(&other.value);
    return b != nullptr && same_word(a, *b);
  }
  bool operator()(const ast::Wildcard& a) const {
    const auto* b = std::get_if<ast::Wildcard>(&other.value);
    return b != nullptr && a.pattern == b->pattern;
  }
  bool operator()(const ast::Fuzzy& a) const {
    const auto* b = std::get_if<ast::Fuzzy>(&other.value);
    return b != nullptr && a.text == b->text && a.distance == b->distance;
  }
  bool operator()(const ast::Regex& a) const {
    const auto* b = std::get_if<ast::Regex>(&other.value);
    return b != nullptr && a.pattern == b->pattern;
  }
  bool operator()(const ast::Phrase& a) const {
    const auto* b = std::get_if<ast::Phrase>(&other.value);
    if (b == nullptr || a.exact != b->exact || a.slop != b->slop ||
        a.parts.size() != b->parts.size()) {
      return false;
    }
    for (std::size_t i = 0; i < a.parts.size(); ++i) {
      if (!same_part(a.parts[i], b->parts[i])) return false;
    }
    return true;
  }
  bool operator()(const ast::Range& a) const {
    const auto* b = std::get_if<ast::Range>(&other.value);
    return b != nullptr && a.low == b->low && a.high == b->high &&
           a.low_included == b->low_included && a.high_included == b->high_included;
  }
  bool operator()(const ast::Fielded& a) const {
    const auto* b = std::get_if<ast::Fielded>(&other.value);
    return b != nullptr && a.name == b->name && same_tree(*a.child, *b->child);
  }
  bool operator()(const ast::Not& a) const {
    const auto* b = std::get_if<ast::Not>(&other.value);
    return b != nullptr && same_tree(*a.child, *b->child);
  }
  bool operator()(const ast::Proximity& a) const {
    const auto* b = std::get_if<ast::Proximity>(&other.value);
    return b != nullptr && a.between == b->between && same_nodes(a.operands, b->operands);
  }
  bool operator()(const ast::Apart& a) const {
    const auto* b = std::get_if<ast::Apart>(&other.value);
    return b != nullptr && a.closeness == b->closeness && same_tree(*a.kept, *b->kept) &&
           same_tree(*a.avoided, *b->avoided);
  }
  bool operator()(const ast::Function& a) const {
    const auto* b = std::get_if<ast::Function>(&other.value);
    return b != nullptr && a.kind == b->kind && a.number == b->number &&
           same_tree(*a.child, *b->child);
  }
  bool operator()(const ast::Weighted& a) const {
    const auto* b = std::get_if<ast::Weighted>(&other.value);
    return b != nullptr && a.thousandths == b->thousandths && same_tree(*a.child, *b->child);
  }
  bool operator()(const ast::Xor& a) const { return same_chain(a); }
  bool operator()(const ast::And& a) const { return same_chain(a); }
  bool operator()(const ast::Or& a) const { return same_chain(a); }
  bool operator()(const ast::All&) const { return true; }

 private:
  static bool same_word(const ast::Word& a, const ast::Word& b) {
    return a.text == b.text && a.exact == b.exact;
  }
  static bool same_part(const ast::Phrase::Part& a, const ast::Phrase::Part& b) {
    if (a.index() != b.index()) return false;
    if (const auto* word = std::get_if<ast::Word>(&a)) {
      return same_word(*word, std::get<ast::Word>(b));
    }
    if (const auto* wild = std::get_if<ast::Wildcard>(&a)) {
      return wild->pattern == std::get<ast::Wildcard>(b).pattern;
    }
    if (const auto* one = std::get_if<ast::OneOf>(&a)) {
      return one->words == std::get<ast::OneOf>(b).words;
    }
    return true;
  }
  static bool same_nodes(const std::vector<ast::NodePtr>& a, const std::vector<ast::NodePtr>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!same_tree(*a[i], *b[i])) return false;
    }
    return true;
  }
  template <class Chain>
  bool same_chain(const Chain& a) const {
    const auto* b = std::get_if<Chain>(&other.value);
    return b != nullptr && same_nodes(a.children, b->children);
  }
};

/// Equal but for the spans.
inline bool same_tree(const ast::Node& a, const ast::Node& b) {
  return a.value.index() == b.value.index() && std::visit(SameValue{b}, a.value);
}

/// Builds a tree out of a list of choices; shorter lists and smaller numbers give simpler trees, so
/// that a failing case shrinks.
class TreeMaker {
 public:
  explicit TreeMaker(std::vector<std::uint32_t> choices) : choices_(std::move(choices)) {}

  ast::NodePtr make() { return node(4, false, Inside::Nothing); }

 private:
  enum class Inside { Nothing, And, Or, Xor };

  std::uint32_t choose(std::uint32_t count) {
    return at_ < choices_.size() ? choices_[at_++] % count : 0;
  }

  static ast::NodePtr wrap(decltype(ast::Node::value) value) {
    return std::make_unique<ast::Node>(ast::Node{{}, std::move(value)});
  }

  ast::NodePtr node(int depth, bool in_field, Inside inside) {
    if (depth > 0) {
      switch (choose(14)) {
        case 1:
          if (inside != Inside::And) return chain<ast::And>(depth, in_field, Inside::And);
          break;
        case 2:
          if (inside != Inside::Or) return chain<ast::Or>(depth, in_field, Inside::Or);
          break;
        case 3:
          return wrap(ast::Not{node(depth - 1, in_field, Inside::Nothing)});
        case 5:
          if (inside != Inside::Xor) return chain<ast::Xor>(depth, in_field, Inside::Xor);
          break;
        case 6:
          return proximity(depth, in_field);
        case 7:
          return wrap(ast::Apart{node(depth - 1, in_field, Inside::Nothing),
                                 node(depth - 1, in_field, Inside::Nothing), closeness(false)});
        case 8:
          return function(depth, in_field);
        case 9:
          return wrap(
              ast::Weighted{node(depth - 1, in_field, Inside::Nothing), 1 + choose(1'000'000)});
        case 4:
          return wrap(ast::Fielded{field_name(), {}, node(depth - 1, true, Inside::Nothing)});
        default:
          break;
      }
    }
    return leaf(in_field);
  }

  template <class Chain>
  ast::NodePtr chain(int depth, bool in_field, Inside inside) {
    Chain out;
    const std::uint32_t size = 2 + choose(3);
    for (std::uint32_t i = 0; i < size; ++i) {
      out.children.push_back(node(depth - 1, in_field, inside));
    }
    return wrap(std::move(out));
  }

  ast::NodePtr proximity(int depth, bool in_field) {
    ast::Proximity out;
    const std::uint32_t size = 2 + choose(2);
    for (std::uint32_t i = 0; i < size; ++i) {
      out.operands.push_back(node(depth - 1, in_field, Inside::Nothing));
      if (i > 0) out.between.push_back(closeness(choose(2) == 1));
    }
    return wrap(std::move(out));
  }

  ast::Closeness closeness(bool ordered) {
    using Unit = ast::Closeness::Unit;
    const auto unit = static_cast<Unit>(choose(3));
    return {unit, unit == Unit::Words ? 1 + choose(1'000'000) : 0, ordered};
  }

  ast::NodePtr function(int depth, bool in_field) {
    using Kind = ast::Function::Kind;
    const auto kind = static_cast<Kind>(choose(6));
    const bool number = kind == Kind::AtLeast || kind == Kind::First;
    return wrap(ast::Function{kind, number ? 1 + choose(1'000'000) : 0,
                              node(depth - 1, in_field, Inside::Nothing)});
  }

  // Any letters but white space; a backslash never ends it.
  std::string regex() {
    constexpr const char* kPieces[] = {"a", "b+",  ".*",   "(",  ")", "[x/]",
                                       "/", "\\d", "\\\\", "\"", "ñ", "|"};
    std::string out;
    const std::uint32_t size = 1 + choose(4);
    for (std::uint32_t i = 0; i < size; ++i) out += kPieces[choose(std::size(kPieces))];
    return out;
  }

  ast::NodePtr leaf(bool in_field) {
    switch (choose(in_field ? 8 : 7)) {
      case 5:
        return wrap(ast::Fuzzy{word(), 1 + choose(2)});
      case 6:
        return wrap(ast::Regex{regex()});
      case 1:
        return wrap(ast::Wildcard{pattern(false)});
      case 2:
        return wrap(phrase());
      case 3:
        return wrap(ast::All{});
      case 4:
        return wrap(ast::Word{word(), true});
      case 7:
        return wrap(range());
      default:
        return wrap(ast::Word{word(), false});
    }
  }

  std::string field_name() {
    constexpr const char* kNames[] = {"title", "date",     "a",           "AND",
                                      "x-1",   "my.field", "secci\u00F3n"};
    return kNames[choose(std::size(kNames))];
  }

  // Pieces of which most mean something to the lexer.
  std::string piece(bool spaces) {
    constexpr const char* kPieces[] = {
        "a",    "b",      "and",    "OR",     "NOT",    "W/",         "5",  "NEAR",
        "CAPS", "title",  ":",      "/",      "-",      "!",          "+",  "=",
        "<",    ">",      "[",      "]",      "{",      "}",          "(",  ")",
        "|",    "&",      "~",      "^",      "2",      ".",          "..", "_",
        "\"",   "\u201C", "\u00AB", "\u2013", "\u00F1", "習",         "'",  "\u2019",
        ",",    "\x01",   "\u0301", "://",    "TO",     "\U0001F600",
    };
    const auto pieces = static_cast<std::uint32_t>(std::size(kPieces));
    const std::uint32_t choice = choose(pieces + (spaces ? 1 : 0));
    return choice < std::size(kPieces) ? kPieces[choice] : " ";
  }

  // Signs of wildcards and backslashes come on their own, since a pattern escapes them.
  std::string word(bool spaces = true) {
    std::string out;
    const std::uint32_t size = 1 + choose(4);
    for (std::uint32_t i = 0; i < size; ++i) {
      constexpr const char* kSigns[] = {"*", "?", "\\"};
      const std::uint32_t sign = choose(16);
      out += sign >= 13 ? kSigns[sign - 13] : piece(spaces);
    }
    return out;
  }

  std::string pattern(bool in_phrase) {
    constexpr const char* kEscaped[] = {"\\*", "\\?", "\\\\"};
    std::string out;
    bool signs = false;
    bool after_star = false;
    const std::uint32_t size = 1 + choose(4);
    for (std::uint32_t i = 0; i < size || !signs; ++i) {
      const std::uint32_t kind = i >= size ? 0 : choose(12);
      const bool star = kind == 0 && !after_star;
      if (kind <= 1) {
        out += star ? '*' : '?';
        signs = true;
      } else {
        out += kind <= 4 ? kEscaped[kind - 2] : piece(!in_phrase);
      }
      after_star = star;
    }
    return out == "*" && !in_phrase ? "a*" : out;
  }

  ast::Phrase phrase() {
    ast::Phrase out;
    out.exact = choose(3) == 2;
    const std::uint32_t size = 1 + choose(3);
    bool after_words = false;
    for (std::uint32_t i = 0; i < size; ++i) {
      const std::uint32_t kind = choose(6);
      if (after_words || kind >= 3) {
        if (kind == 4) {
          out.parts.emplace_back(ast::OneOf{{word(false), word(false)}});
        } else if (kind == 5 || out.exact) {
          out.parts.emplace_back(ast::AnyWord{});
        } else {
          out.parts.emplace_back(ast::Wildcard{pattern(true)});
        }
        after_words = false;
        continue;
      }
      std::string words = word(false);
      for (std::uint32_t more = choose(3); more > 0; --more) words += " " + word(false);
      out.parts.emplace_back(ast::Word{std::move(words)});
      after_words = true;
    }
    out.slop = choose(3) == 2 ? 1 + choose(20) : 0;
    return out;
  }

  ast::Range range() {
    ast::Range out;
    const std::uint32_t ends = choose(3);
    if (ends != 1) out.low = word();
    if (ends != 2) out.high = word();
    if (out.low) out.low_included = choose(2) == 0;
    if (out.high) out.high_included = choose(2) == 0;
    return out;
  }

  std::vector<std::uint32_t> choices_;
  std::size_t at_ = 0;
};

}  // namespace morgue::test
