// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/bind.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "query/parse/print.h"
#include "query/plan/bind_value.h"
#include "query/plan/suggest.h"

namespace morgue {
namespace {

/// What the words below a "name:" are looked up in.
struct Target {
  const Field* field = nullptr;  ///< null: title and body, or an extra field
  std::string prefix;            ///< of the terms
  std::string name;              ///< of an extra field; empty otherwise

  bool words_of_text() const {
    return name.empty() && (field == nullptr || field->kind == FieldKind::Text);
  }
};

class Binder {
 public:
  explicit Binder(const std::vector<std::string>& fields) : fields_(fields) {}

  Bound bind(const ast::Node& node, const Target& target) {
    return std::visit([&](const auto& value) { return bind(value, node.span, target); },
                      node.value);
  }

 private:
  Bound bind(const ast::Word& word, Span span, const Target& target);
  Bound bind(const ast::Wildcard& wildcard, Span span, const Target& target);
  Bound bind(const ast::Phrase& phrase, Span span, const Target& target);
  Bound bind(const ast::Range& range, Span span, const Target& target);
  Bound bind(const ast::Fielded& fielded, Span span, const Target& target);
  Bound bind(const ast::And& both, Span, const Target& target) {
    return bind_children<bound::And>(both.children, target);
  }
  Bound bind(const ast::Or& either, Span, const Target& target) {
    return bind_children<bound::Or>(either.children, target);
  }
  Bound bind(const ast::Not& negated, Span, const Target& target);
  Bound bind(const ast::All& all, Span span, const Target& target);

  template <class Node>
  Bound bind_children(const std::vector<ast::NodePtr>& children, const Target& target);
  static bound::NodePtr presence(const std::string& name);
  Bound bind_presence(std::string_view typed, Span span, const Field& field);
  std::optional<QueryError> add_words(const ast::Word& word, Span span, bool quoted,
                                      const Target& target, std::vector<bound::Leaf>& leaves);
  Bound finish(std::vector<bound::Leaf> leaves, Span span, const Target& target);
  Bound whole_value(std::string_view typed, const Target& target);
  Result<Target, QueryError> find_target(const ast::Fielded& fielded) const;
  const std::string* find_extra(std::string_view typed) const;
  QueryError unknown_field(std::string_view name, Span span) const;

  const std::vector<std::string>& fields_;
  Analyzer analyzer_;
  TokenList tokens_;
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

Bound Binder::bind(const ast::Not& negated, Span, const Target& target) {
  Bound child = bind(*negated.child, target);
  if (!child) return child;
  return bound::make(bound::Not{std::move(*child)});
}

Bound Binder::bind(const ast::All&, Span, const Target& target) {
  if (target.field == nullptr && target.name.empty()) return bound::make(bound::All{});
  return presence(target.name.empty() ? std::string(target.field->name) : target.name);
}

/// The articles that have a field, built in or extra.
bound::NodePtr Binder::presence(const std::string& name) {
  if (name == "id") return bound::make(bound::All{});
  if (name == "lead" || name == "words") return presence("body");
  if (name != "hlead") return bound::make(bound::Term{has_term(name)});
  bound::Or either;
  either.children.push_back(presence("title"));
  either.children.push_back(presence("body"));
  return bound::make(std::move(either));
}

Bound Binder::bind(const ast::Word& word, Span span, const Target& target) {
  if (target.field != nullptr) {
    switch (target.field->kind) {
      case FieldKind::Date:
        return bind_date(word.text, span);
      case FieldKind::Number:
        return bind_number(word.text, span, *target.field);
      case FieldKind::Presence:
        return bind_presence(word.text, span, *target.field);
      case FieldKind::Id:
        return bound::make(bound::Term{id_term(word.text)});
      default:
        break;
    }
  }
  if (word.exact && !target.words_of_text()) return whole_value(word.text, target);
  std::vector<bound::Leaf> leaves;
  if (auto error = add_words(word, span, false, target, leaves)) return *error;
  return finish(std::move(leaves), span, target);
}

Bound Binder::bind(const ast::Wildcard& wildcard, Span span, const Target& target) {
  const bool words = target.field == nullptr || target.field->kind == FieldKind::Text ||
                     target.field->kind == FieldKind::Keyword ||
                     target.field->kind == FieldKind::Words;
  if (!words) {
    return error_at(span, "Q122", "no wildcards in " + std::string(target.field->name) + ":",
                    target.field->kind == FieldKind::Date ? std::string(kDateHelp) : "");
  }
  bound::Leaf leaf{bound::Leaf::Kind::Pattern, fold(wildcard.pattern), {}, span};
  std::vector<bound::Leaf> leaves;
  leaves.push_back(std::move(leaf));
  return finish(std::move(leaves), span, target);
}

Bound Binder::bind(const ast::Phrase& phrase, Span span, const Target& target) {
  std::string plain;
  bool wild = false;
  for (const auto& part : phrase.parts) {
    wild = wild || std::holds_alternative<ast::Wildcard>(part);
    if (const auto* word = std::get_if<ast::Word>(&part)) {
      plain += (plain.empty() ? "" : " ") + word->text;
    }
  }
  if (!wild) {
    const bool one_string = target.field != nullptr && target.field->kind != FieldKind::Text &&
                            target.field->kind != FieldKind::Keyword &&
                            target.field->kind != FieldKind::Words;
    if (one_string) return bind(ast::Word{plain, false}, span, target);
    if (phrase.exact && !target.words_of_text()) return whole_value(plain, target);
  }
  std::vector<bound::Leaf> leaves;
  for (const auto& part : phrase.parts) {
    if (const auto* pattern = std::get_if<ast::Wildcard>(&part)) {
      leaves.push_back({bound::Leaf::Kind::Pattern, fold(pattern->pattern), {}, span});
      continue;
    }
    ast::Word word = std::get<ast::Word>(part);
    word.exact = word.exact || phrase.exact;
    add_words(word, span, true, target, leaves);
  }
  return finish(std::move(leaves), span, target);
}

/// Appends the tokens of a word. An error only if there are none and the word is not part of a
/// phrase.
std::optional<QueryError> Binder::add_words(const ast::Word& word, Span span, bool quoted,
                                            const Target& target,
                                            std::vector<bound::Leaf>& leaves) {
  analyzer_.analyze(word.text, tokens_);
  const std::vector<Token>& tokens = tokens_.tokens();
  if (tokens.empty() && !quoted) {
    return error_at(span, "Q120", "nothing to search for in \"" + word.text + "\"",
                    "search for words or numbers; signs alone are not indexed");
  }
  for (const Token& token : tokens) {
    bound::Leaf leaf{bound::Leaf::Kind::Form, std::string(token.folded), {}, span};
    if (word.exact) {
      leaf.kind = bound::Leaf::Kind::Exact;
      leaf.exact = token.exact;
    } else if (!quoted && tokens.size() == 1 && target.words_of_text()) {
      leaf.kind = bound::Leaf::Kind::Stemmed;
    }
    leaves.push_back(std::move(leaf));
  }
  return std::nullopt;
}

Bound Binder::finish(std::vector<bound::Leaf> leaves, Span span, const Target& target) {
  if (leaves.empty()) {
    return error_at(span, "Q120", "there is no word in these quotes",
                    "search for words or numbers; signs alone are not indexed");
  }
  const std::string_view name = target.field == nullptr ? "" : target.field->name;
  bound::Phrase phrase{target.prefix, bound::Zone::Anywhere, std::move(leaves)};
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

Bound Binder::whole_value(std::string_view typed, const Target& target) {
  return bound::make(bound::Term{value_term(target.prefix, value_form(typed))});
}

Bound Binder::bind(const ast::Fielded& fielded, Span, const Target&) {
  auto target = find_target(fielded);
  if (!target) return target.error();
  return bind(*fielded.child, *target);
}

Result<Target, QueryError> Binder::find_target(const ast::Fielded& fielded) const {
  // A field of the source comes under its own spelling; Morgue's own names win.
  const std::string name = lower_ascii(fielded.name);
  if (const Field* field = find_field(name)) {
    const bool title = field->kind == FieldKind::Text;  // prefixed terms are chosen by zone
    return Target{field, title ? "" : std::string(field->prefix), {}};
  }
  if (const std::string* extra = find_extra(fielded.name)) {
    return Target{nullptr, extra_prefix(*extra), *extra};
  }
  return unknown_field(fielded.name, fielded.name_span);
}

/// The extra field of this name, or else one that differs in capitals alone.
const std::string* Binder::find_extra(std::string_view typed) const {
  auto found = std::find(fields_.begin(), fields_.end(), typed);
  if (found == fields_.end()) {
    found = std::find_if(
        fields_.begin(), fields_.end(),
        [name = lower_ascii(typed)](const auto& known) { return lower_ascii(known) == name; });
  }
  return found == fields_.end() ? nullptr : &*found;
}

QueryError Binder::unknown_field(std::string_view name, Span span) const {
  const std::vector<std::string> here = searchable_fields(fields_);
  std::vector<std::string> candidates = here;
  for (const Field& field : kFields) {
    for (const std::string_view alias : field.aliases) {
      if (!alias.empty()) candidates.emplace_back(alias);
    }
  }
  std::string help;
  const std::string nearest = nearest_name(lower_ascii(name), candidates);
  if (!nearest.empty()) {
    const Field* field = find_field(nearest);
    const bool alias = field != nullptr && field->name != nearest;
    help = "did you mean " +
           (alias ? std::string(field->name) + " (alias " + nearest + ")" : nearest) + "? ";
  }
  constexpr std::size_t kListed = 50;
  help += "fields here:";
  for (std::size_t i = 0; i < std::min(here.size(), kListed); ++i) help += " " + here[i];
  if (here.size() > kListed) help += " ...";
  return error_at(span, "Q104", "unknown field \"" + std::string(name) + "\"", help);
}

Bound Binder::bind_presence(std::string_view typed, Span span, const Field& field) {
  std::string name = lower_ascii(typed);
  if (const Field* known = find_field(name)) {
    name = known->name;
  } else {
    const std::string* extra = find_extra(typed);
    if (extra == nullptr) return unknown_field(typed, span);
    name = *extra;
  }
  bound::NodePtr has = presence(name);
  if (field.name == "has") return has;
  return bound::make(bound::Not{std::move(has)});
}

Bound Binder::bind(const ast::Range& range, Span span, const Target& target) {
  if (target.field != nullptr && target.field->kind == FieldKind::Date) {
    return bind_date_range(range);
  }
  if (target.field != nullptr && target.field->kind == FieldKind::Number) {
    return bind_number_range(range, *target.field);
  }
  // "=value" inside a field of words is read by the parser as a range of one value.
  const bool one_value = range.low && range.high && *range.low == *range.high &&
                         range.low_included && range.high_included;
  if (one_value) return bind(ast::Word{*range.low, true}, span, target);
  return error_at(span, "Q122", "a range needs a field of dates or numbers",
                  "write date:2024-01..2024-03 or words:>500; in quotes it is text");
}

}  // namespace

Result<bound::NodePtr, QueryError> bind_query(const ast::Node& query,
                                              const std::vector<std::string>& fields) {
  return Binder(fields).bind(query, Target{});
}

std::vector<std::string> searchable_fields(const std::vector<std::string>& fields) {
  std::vector<std::string> names;
  for (const Field& field : kFields) names.emplace_back(field.name);
  for (const std::string& name : fields) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace morgue
