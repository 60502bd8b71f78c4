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
  bool operator()(const ast::Phrase& a) const {
    const auto* b = std::get_if<ast::Phrase>(&other.value);
    if (b == nullptr || a.exact != b->exact || a.parts.size() != b->parts.size()) return false;
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
  bool operator()(const ast::And& a) const { return same_chain(a); }
  bool operator()(const ast::Or& a) const { return same_chain(a); }
  bool operator()(const ast::All&) const { return true; }

 private:
  using Part = std::variant<ast::Word, ast::Wildcard>;

  static bool same_word(const ast::Word& a, const ast::Word& b) {
    return a.text == b.text && a.exact == b.exact;
  }
  static bool same_part(const Part& a, const Part& b) {
    if (a.index() != b.index()) return false;
    if (const auto* word = std::get_if<ast::Word>(&a)) return same_word(*word, std::get<0>(b));
    return std::get<1>(a).pattern == std::get<1>(b).pattern;
  }
  template <class Chain>
  bool same_chain(const Chain& a) const {
    const auto* b = std::get_if<Chain>(&other.value);
    if (b == nullptr || a.children.size() != b->children.size()) return false;
    for (std::size_t i = 0; i < a.children.size(); ++i) {
      if (!same_tree(*a.children[i], *b->children[i])) return false;
    }
    return true;
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
  enum class Inside { Nothing, And, Or };

  std::uint32_t choose(std::uint32_t count) {
    return at_ < choices_.size() ? choices_[at_++] % count : 0;
  }

  static ast::NodePtr wrap(decltype(ast::Node::value) value) {
    return std::make_unique<ast::Node>(ast::Node{{}, std::move(value)});
  }

  ast::NodePtr node(int depth, bool in_field, Inside inside) {
    if (depth > 0) {
      switch (choose(8)) {
        case 1:
          if (inside != Inside::And) return chain<ast::And>(depth, in_field, Inside::And);
          break;
        case 2:
          if (inside != Inside::Or) return chain<ast::Or>(depth, in_field, Inside::Or);
          break;
        case 3:
          return wrap(ast::Not{node(depth - 1, in_field, Inside::Nothing)});
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

  ast::NodePtr leaf(bool in_field) {
    switch (choose(in_field ? 6 : 5)) {
      case 1:
        return wrap(ast::Wildcard{pattern(false)});
      case 2:
        return wrap(phrase());
      case 3:
        return wrap(ast::All{});
      case 4:
        return wrap(ast::Word{word(), true});
      case 5:
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
    const std::uint32_t choice = choose(std::size(kPieces) + (spaces ? 1 : 0));
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
    std::string out;
    bool signs = false;
    const std::uint32_t size = 1 + choose(4);
    for (std::uint32_t i = 0; i < size || !signs; ++i) {
      constexpr const char* kEscaped[] = {"\\*", "\\?", "\\\\"};
      const std::uint32_t kind = i >= size ? 0 : choose(12);
      const bool after_star =
          !out.empty() && out.back() == '*' && !(out.size() > 1 && out[out.size() - 2] == '\\');
      if (kind <= 1) {
        out += kind == 1 || after_star ? '?' : '*';
        signs = true;
      } else if (kind <= 4) {
        out += kEscaped[kind - 2];
      } else {
        out += piece(!in_phrase);
      }
    }
    return out == "*" && !in_phrase ? "a*" : out;
  }

  ast::Phrase phrase() {
    ast::Phrase out;
    out.exact = choose(3) == 2;
    const std::uint32_t size = out.exact ? 1 : 1 + choose(3);
    bool after_words = false;
    for (std::uint32_t i = 0; i < size; ++i) {
      if (!out.exact && (after_words || choose(2) == 1)) {
        out.parts.emplace_back(ast::Wildcard{pattern(true)});
        after_words = false;
        continue;
      }
      std::string words = word(false);
      for (std::uint32_t more = choose(3); more > 0; --more) words += " " + word(false);
      out.parts.emplace_back(ast::Word{std::move(words)});
      after_words = true;
    }
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
