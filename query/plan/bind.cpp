// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/bind.h"

#include <algorithm>
#include <utility>

#include "common/index/term.h"
#include "common/text/fold.h"
#include "query/parse/operators.h"
#include "query/plan/bind_value.h"
#include "query/plan/bind_words.h"
#include "query/plan/field_lookup.h"

namespace morgue {
namespace {

constexpr const char* kTextOnly =
    "there it can take words, phrases, groups of them, and names: person:, org:, place:";

class Binder {
 public:
  Binder(const std::vector<std::string>& fields, std::int32_t today, unsigned written)
      : lookup_(fields), today_(today), everywhere_(written) {}

  Bound bind(const ast::Node& node, const Target& target) {
    return std::visit([&](const auto& value) { return bind(value, node.span, target); },
                      node.value);
  }

 private:
  template <class Text>  // Word, Wildcard, Fuzzy, Regex or Phrase
  Bound bind(const Text& text, Span span, const Target& target);
  Bound bind(const ast::Range& range, Span span, const Target& target);
  Bound bind(const ast::Fielded& fielded, Span span, const Target& target);
  Bound bind(const ast::And& both, Span, const Target& target) {
    return bind_children<bound::And>(both.children, target);
  }
  Bound bind(const ast::Or& either, Span, const Target& target) {
    return bind_children<bound::Or>(either.children, target);
  }
  Bound bind(const ast::Xor& one, Span span, const Target& target) {
    if (positional_) return no_place(span, "XOR");
    return bind_children<bound::Xor>(one.children, target);
  }
  Bound bind(const ast::Not& negated, Span span, const Target& target);
  Bound bind(const ast::Proximity& chain, Span span, const Target& target);
  Bound bind(const ast::Apart& apart, Span span, const Target& target);
  Bound bind(const ast::Function& function, Span span, const Target& target);
  Bound bind(const ast::Weighted& weighted, Span span, const Target& target);
  Bound bind(const ast::All& all, Span span, const Target& target);

  template <class Node>
  Bound bind_children(const std::vector<ast::NodePtr>& children, const Target& target);
  Bound bind_positional(const ast::Node& node, const Target& target);
  Bound bind_one_value(const std::string& text, Span span, const Target& target);
  Bound bind_presence(std::string_view typed, Span span, const Target& target);
  Bound bind_to_any_name(const ast::Fielded& entity);
  static bound::NodePtr presence(std::string_view name);
  static Bound whole_value(std::string_view typed, Span span, const Target& target,
                           bool positional);
  Bound place(bound::Phrase phrase, const Target& target) const;
  static Bound no_place(Span span, const std::string& what) {
    return error_at(span, "Q201", what + " has no place in the text", kTextOnly);
  }

  FieldLookup lookup_;
  std::int32_t today_;
  unsigned everywhere_;  ///< asked of every word of the text
  WordBinder words_;
  unsigned written_ = bound::kAnyWay;  ///< what the functions around ask for
  bool positional_ = false;            ///< below a proximity, ATLEAST or FIRST
  bool in_entity_ = false;
};

template <class Node>
Bound Binder::bind_children(const std::vector<ast::NodePtr>& children, const Target& target) {
  Node node;
  for (const ast::NodePtr& child : children) {
    Bound bound = bind(*child, target);
    if (!bound) return bound;
    node.children.push_back(std::move(*bound));
  }
  return bound::make(std::move(node));
}

Bound Binder::bind_positional(const ast::Node& node, const Target& target) {
  const bool outside = std::exchange(positional_, true);
  Bound bound = bind(node, target);
  positional_ = outside;
  return bound;
}

Bound Binder::bind(const ast::Not& negated, Span span, const Target& target) {
  if (positional_) return no_place(span, "NOT");
  Bound child = bind(*negated.child, target);
  if (!child) return child;
  return bound::make(bound::Not{std::move(*child)});
}

Bound Binder::bind(const ast::Proximity& chain, Span, const Target& target) {
  bound::Near near;
  near.between = chain.between;
  for (const ast::NodePtr& operand : chain.operands) {
    Bound bound = bind_positional(*operand, target);
    if (!bound) return bound;
    near.operands.push_back(std::move(*bound));
  }
  return bound::make(std::move(near));
}

Bound Binder::bind(const ast::Apart& apart, Span, const Target& target) {
  Bound kept = bind_positional(*apart.kept, target);
  if (!kept) return kept;
  Bound avoided = bind_positional(*apart.avoided, target);
  if (!avoided) return avoided;
  return bound::make(bound::Apart{std::move(*kept), std::move(*avoided), apart.closeness});
}

Bound Binder::bind(const ast::Function& function, Span span, const Target& target) {
  using Kind = ast::Function::Kind;
  if (function.kind == Kind::AtLeast && positional_) return no_place(span, spell(function));
  if (function.kind == Kind::AtLeast || function.kind == Kind::First) {
    Bound child = bind_positional(*function.child, target);
    if (!child) return child;
    if (function.kind == Kind::First) {
      return bound::make(bound::First{function.number, std::move(*child)});
    }
    return bound::make(bound::AtLeast{function.number, std::move(*child)});
  }
  const unsigned outside = written_;
  written_ |= function.kind == Kind::Caps      ? bound::kWithCapitals
              : function.kind == Kind::NoCaps  ? bound::kNoCapitals
              : function.kind == Kind::AllCaps ? bound::kAllCapitals
                                               : bound::kAsTyped;
  Bound child = bind(*function.child, target);
  written_ = outside;
  return child;
}

Bound Binder::bind(const ast::Weighted& weighted, Span, const Target& target) {
  Bound child = bind(*weighted.child, target);
  if (!child || positional_) return child;
  return bound::make(bound::Weighted{std::move(*child), weighted.thousandths / 1000.0});
}

Bound Binder::bind(const ast::All&, Span span, const Target& target) {
  if (positional_) return no_place(span, "*");
  if (target.field == nullptr && target.name.empty()) return bound::make(bound::All{});
  return presence(target.name.empty() ? target.field->name : target.name);
}

/// The articles that have a field, built in or extra.
bound::NodePtr Binder::presence(std::string_view name) {
  if (name == "id") return bound::make(bound::All{});
  if (name == "lead" || name == "words") return presence("body");
  bound::Or either;
  if (name == "hlead") {
    either.children.push_back(presence("title"));
    either.children.push_back(presence("body"));
  } else if (name == "entity") {
    for (const std::string_view field : kEntityFields) either.children.push_back(presence(field));
  } else {
    return bound::make(bound::Has{std::string(name)});
  }
  return bound::make(std::move(either));
}

template <class Text>
Bound Binder::bind(const Text& text, Span span, const Target& target) {
  const unsigned written = written_;
  if (!target.has_words()) {
    const auto plain = WordBinder::plain_text(text);
    const std::string name(target.field->name);
    if (!plain) {
      return error_at(span, "Q122", "no wildcards in " + name + ":",
                      target.is(FieldKind::Date) ? std::string(kDateHelp) : "");
    }
    if (positional_) return no_place(span, name + ":");
    return bind_one_value(*plain, span, target);
  }
  if (!target.words_of_text()) {
    const std::string name = target.name.empty() ? std::string(target.field->name) : target.name;
    if (positional_ && !target.is_entity()) return no_place(span, name + ":");
    const bool exact = WordBinder::is_exact(text) || (written & bound::kAsTyped) != 0;
    const auto plain = WordBinder::plain_text(text);
    if (exact && plain) return whole_value(*plain, span, target, positional_);
    if (written != bound::kAnyWay) {
      return error_at(span, "Q122", "capitals are not looked at in " + name + ":",
                      "they are in title and body, and with = in whole values: " + name + ":=…");
    }
  }
  const unsigned asked = target.words_of_text() ? written | everywhere_ : written;
  auto phrase = words_.bind(text, span, asked, target.words_of_text());
  if (!phrase) return phrase.error();
  phrase->prefix = target.prefix;
  return place(std::move(*phrase), target);
}

/// Chooses the part of the text that a field means.
Bound Binder::place(bound::Phrase phrase, const Target& target) const {
  if (positional_ && target.is_entity()) {
    return bound::make(bound::Mention{target.prefix, std::move(phrase), {}});
  }
  const std::string_view name = target.field == nullptr ? "" : target.field->name;
  if (name == "title") phrase.zone = bound::Zone::Title;
  if (name == "body") phrase.zone = bound::Zone::Body;
  if (name == "lead") phrase.zone = bound::Zone::Lead;
  if (name != "hlead") return bound::make(std::move(phrase));

  bound::Phrase in_title = phrase;
  in_title.zone = bound::Zone::Title;
  phrase.zone = bound::Zone::Lead;
  bound::Or either;
  either.children.push_back(bound::make(std::move(in_title)));
  either.children.push_back(bound::make(std::move(phrase)));
  return bound::make(std::move(either));
}

Bound Binder::whole_value(std::string_view typed, Span, const Target& target, bool positional) {
  std::string value = value_form(typed);
  if (positional) return bound::make(bound::Mention{target.prefix, {}, std::move(value)});
  if (target.is_entity()) return bound::make(bound::Named{target.prefix, std::move(value)});
  return bound::make(bound::Term{value_term(target.prefix, value)});
}

/// In a field whose values are no words.
Bound Binder::bind_one_value(const std::string& text, Span span, const Target& target) {
  switch (target.field->kind) {
    case FieldKind::Date:
      return bind_date(text, span, today_);
    case FieldKind::Number:
      return bind_number(text, span, *target.field);
    case FieldKind::Presence:
      return bind_presence(text, span, target);
    default:
      return bound::make(bound::Term{id_term(text)});
  }
}

Bound Binder::bind_presence(std::string_view typed, Span span, const Target& target) {
  const auto name = lookup_.presence_name(typed, span);
  if (!name) return name.error();
  bound::NodePtr has = presence(*name);
  if (target.field->name == "has") return has;
  return bound::make(bound::Not{std::move(has)});
}

Bound Binder::bind(const ast::Fielded& fielded, Span, const Target&) {
  const auto target = lookup_.find(fielded.name, fielded.name_span);
  if (!target) return target.error();
  if (!target->is(FieldKind::Entity)) return bind(*fielded.child, *target);
  if (std::holds_alternative<ast::All>(fielded.child->value)) return presence("entity");
  if (std::exchange(in_entity_, true)) {
    return error_at(fielded.name_span, "Q122", "no entity: inside entity:",
                    "each would stand for three; write it outside the parentheses");
  }
  Bound any = bind_to_any_name(fielded);
  in_entity_ = false;
  return any;
}

Bound Binder::bind_to_any_name(const ast::Fielded& entity) {
  bound::Or either;
  for (const std::string_view name : kEntityFields) {
    Bound bound = bind(*entity.child, *lookup_.find(name, entity.name_span));
    if (!bound) return bound;
    either.children.push_back(std::move(*bound));
  }
  return bound::make(std::move(either));
}

Bound Binder::bind(const ast::Range& range, Span span, const Target& target) {
  if (positional_) return no_place(span, "a range");
  if (target.is(FieldKind::Date)) return bind_date_range(range, today_);
  if (target.is(FieldKind::Number)) return bind_number_range(range, *target.field);
  // "=value" inside a field of words is read by the parser as a range of one value.
  const bool one_value = range.low && range.high && *range.low == *range.high &&
                         range.low_included && range.high_included;
  if (one_value) return bind(ast::Word{*range.low, true}, span, target);
  return error_at(span, "Q122", "a range needs a field of dates or numbers",
                  "write date:2024-01..2024-03 or words:>500; in quotes it is text");
}

}  // namespace

Result<bound::NodePtr, QueryError> bind_query(const ast::Node& query,
                                              const std::vector<std::string>& fields,
                                              std::int32_t today, unsigned written) {
  return Binder(fields, today, written).bind(query, Target{});
}

}  // namespace morgue
