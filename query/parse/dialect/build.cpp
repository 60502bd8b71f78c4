// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/build.h"

#include <algorithm>
#include <charconv>

#include "query/parse/code_points.h"
#include "query/parse/operators.h"

namespace morgue::dialect {
namespace {

using Parts = std::vector<ast::Phrase::Part>;

// The parts an operand gives to a phrase; nullopt when it must stay an operand of its own.
std::optional<Parts> parts_of(const Node& node) {
  if (const auto* word = std::get_if<ast::Word>(&node.value)) return Parts{*word};
  if (const auto* wild = std::get_if<ast::Wildcard>(&node.value)) return Parts{*wild};
  const auto* phrase = std::get_if<ast::Phrase>(&node.value);
  if (phrase == nullptr || phrase->exact || phrase->slop > 0) return std::nullopt;
  return phrase->parts;
}

// Runs of words next to each other make one part.
void append_parts(Parts& parts, Parts more) {
  for (ast::Phrase::Part& part : more) {
    auto* word = std::get_if<ast::Word>(&part);
    auto* last = parts.empty() ? nullptr : std::get_if<ast::Word>(&parts.back());
    if (word != nullptr && last != nullptr) {
      last->text += " " + word->text;
    } else {
      parts.push_back(std::move(part));
    }
  }
}

Span hull(const Node& first, const Node& last) { return {first.span.begin, last.span.end}; }

}  // namespace

QueryError no_equivalent(Span span, const std::string& what, std::string suggestion) {
  return {"Q191", span, what + " has no equivalent in Morgue's language", std::move(suggestion)};
}

QueryError too_deep(Span span, std::size_t limit) {
  return {"Q107", span,
          "nested deeper than " + std::to_string(limit) + " levels, the limit of nesting depth",
          "parentheses inside parentheses and chains of proximities count"};
}

NodePtr negate(NodePtr node) {
  const Span span = node->span;
  return make_node(span, ast::Not{std::move(node)});
}

bool is_text(const Node& node) {
  if (const auto* function = std::get_if<ast::Function>(&node.value)) {
    return function->kind != ast::Function::Kind::AtLeast &&
           function->kind != ast::Function::Kind::First;
  }
  return !std::holds_alternative<ast::Fielded>(node.value) &&
         !std::holds_alternative<ast::Not>(node.value) &&
         !std::holds_alternative<ast::All>(node.value);
}

NodePtr side_by_side(std::vector<NodePtr> operands) {
  if (operands.size() == 1) return std::move(operands.front());
  const Span whole = hull(*operands.front(), *operands.back());
  ast::Proximity chain;
  for (std::size_t i = 0; i < operands.size();) {
    const std::size_t first = i;
    Parts parts;
    for (; i < operands.size(); ++i) {
      auto more = parts_of(*operands[i]);
      if (!more) break;
      append_parts(parts, std::move(*more));
    }
    if (i - first > 1) {
      chain.operands.push_back(make_node(hull(*operands[first], *operands[i - 1]),
                                         ast::Phrase{std::move(parts), false, 0}));
    } else {
      i = first + 1;
      chain.operands.push_back(std::move(operands[first]));
    }
  }
  if (chain.operands.size() == 1) return std::move(chain.operands.front());
  chain.between.assign(chain.operands.size() - 1,
                       ast::Closeness{ast::Closeness::Unit::Words, 1, true});
  return make_node(whole, std::move(chain));
}

NodePtr in_quotes(std::vector<NodePtr> operands, Span span) {
  NodePtr node = side_by_side(std::move(operands));
  node->span = span;
  if (std::holds_alternative<ast::Word>(node->value)) {
    node->value = ast::Phrase{*parts_of(*node), false, 0};
  }
  return node;
}

NodePtr make_any_word(Span span) {
  return make_node(span, ast::Phrase{{ast::AnyWord{}}, false, 0});
}

bool is_any_word(const Node& node) {
  const auto* phrase = std::get_if<ast::Phrase>(&node.value);
  return phrase != nullptr &&
         std::all_of(phrase->parts.begin(), phrase->parts.end(),
                     [](const auto& part) { return std::holds_alternative<ast::AnyWord>(part); });
}

void WordBuilder::letter(char32_t point) {
  ends_in_any_ = false;
  append_utf8(text_, point);
  if (point == U'*' || point == U'?' || point == U'\\') pattern_.push_back('\\');
  append_utf8(pattern_, point);
}

void WordBuilder::one_letter() {
  pattern_.push_back('?');
  wild_ = true;
  ends_in_any_ = false;
}

void WordBuilder::any_letters() {
  if (!ends_in_any_) pattern_.push_back('*');
  wild_ = ends_in_any_ = true;
}

NodePtr WordBuilder::finish(Span span) const {
  if (!wild_) return make_node(span, ast::Word{text_});
  if (pattern_ == "*") return make_node(span, ast::All{});
  return make_node(span, ast::Wildcard{pattern_});
}

NodePtr WordBuilder::finish(Span span, std::uint32_t most) const {
  ast::Or lengths;
  if (wild_) {
    lengths.children.push_back(finish(span));
  } else {  // in quotes, since the forms of its stem are not meant
    lengths.children.push_back(make_node(span, ast::Phrase{{ast::Word{text_}}, false, 0}));
  }
  std::string pattern = pattern_;
  for (std::uint32_t i = 0; i < most; ++i) {
    pattern.push_back('?');
    lengths.children.push_back(make_node(span, ast::Wildcard{pattern}));
  }
  return make_node(span, std::move(lengths));
}

NodePtr compare(std::string_view field, Span name_span, const std::vector<Bound>& bounds,
                Span span) {
  NodePtr value;
  if (bounds.size() == 1 && bounds.front().comparison == Comparison::Is) {
    value = make_node(bounds.front().span, ast::Word{bounds.front().value});
  } else {
    ast::Range range;
    for (const Bound& bound : bounds) {
      const bool low =
          bound.comparison == Comparison::Above || bound.comparison == Comparison::AtLeast;
      auto& end = low ? range.low : range.high;
      if (bound.comparison == Comparison::Is || end) return nullptr;
      end = bound.value;
      (low ? range.low_span : range.high_span) = bound.span;
      const bool included =
          bound.comparison == Comparison::AtLeast || bound.comparison == Comparison::AtMost;
      (low ? range.low_included : range.high_included) = included;
    }
    value = make_node(span, std::move(range));
  }
  return make_node(span, ast::Fielded{std::string(field), name_span, std::move(value)});
}

std::string ascii_shadow(std::u32string_view text) {
  std::string shadow;
  shadow.reserve(text.size());
  for (const char32_t typed : text) {
    const char32_t point = plain_form(typed);
    const bool capital = U'A' <= point && point <= U'Z';
    const char32_t lower = capital ? point - U'A' + U'a' : point;
    shadow.push_back(lower < 0x80 ? static_cast<char>(lower) : '\x7f');
  }
  return shadow;
}

std::optional<std::uint32_t> read_number(std::string_view text) {
  std::uint32_t number = 0;
  if (text.empty() || text.size() > 9) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::uint32_t> read_count(std::string_view text) {
  const auto number = read_number(text);
  return number && *number >= 1 && *number <= kLargestNumber ? number : std::nullopt;
}

}  // namespace morgue::dialect
