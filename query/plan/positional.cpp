// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/positional.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "query/plan/name_terms.h"

namespace morgue {
namespace {

using Compiled = Result<MaybePositional, QueryError>;
using Xapian::Query;

match::Window window_of(bound::Zone zone) {
  switch (zone) {
    case bound::Zone::Title:
      return {kTitleStart, kTitleEnd};
    case bound::Zone::Body:
      return {kBodyBase, match::Window().last};
    case bound::Zone::Lead:
      return {kBodyBase, kBodyBase + kLeadWords};
    case bound::Zone::Anywhere:
      break;
  }
  return {};
}

bool looks_at_writing(const bound::Phrase& phrase) {
  return std::any_of(phrase.places.begin(), phrase.places.end(), [](const bound::Place& place) {
    return std::any_of(place.begin(), place.end(),
                       [](const bound::Leaf& leaf) { return leaf.written != bound::kAnyWay; });
  });
}

Query candidates_of(const ExpandedPlace& place) {
  if (place.scored.empty() || place.scored == place.terms) return any_of(place.terms);
  std::vector<std::string> scored = place.scored;
  for (const std::string& term : place.terms) {
    if (!is_prefixed(term)) scored.push_back(term);
  }
  std::sort(scored.begin(), scored.end());
  scored.erase(std::unique(scored.begin(), scored.end()), scored.end());
  return {Query::OP_FILTER, any_of(scored), any_of(place.terms)};
}

}  // namespace

Query any_of(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return {Query::OP_SYNONYM, terms.begin(), terms.end()};
}

Query all_of(const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries.front();
  return {Query::OP_AND, queries.begin(), queries.end()};
}

Compiled PositionalCompiler::compile(const bound::Node& node) {
  return std::visit([&](const auto& value) { return compile(value); }, node.value);
}

template <class NotPositional>
Compiled PositionalCompiler::compile(const NotPositional&) {
  assert(false && "the binder lets nothing else in");
  return MaybePositional();
}

Compiled PositionalCompiler::compile(const bound::Phrase& phrase) {
  // Title words have terms of their own, but not the ways they are written.
  const bool title_terms = phrase.zone == bound::Zone::Title && !looks_at_writing(phrase);
  const std::string prefix = title_terms ? "S" : phrase.prefix;
  match::Sequence sequence;
  sequence.slop = phrase.slop;
  if (!title_terms) sequence.window = window_of(phrase.zone);
  std::vector<Query> candidates;
  bool nothing = false;
  for (const bound::Place& place : phrase.places) {
    if (place.empty()) {
      sequence.places.push_back({{}, {}, true});
      continue;
    }
    auto expanded = expander_.expand(place, prefix);
    if (!expanded) return expanded.error();
    record(place, prefix, *expanded);
    nothing = nothing || expanded->terms.empty();
    if (nothing) continue;
    candidates.push_back(candidates_of(*expanded));
    sequence.places.push_back({std::move(expanded->terms), std::move(expanded->excluded), false});
  }
  if (nothing) return MaybePositional();
  return MaybePositional({all_of(candidates), match::make(std::move(sequence))});
}

void PositionalCompiler::record(const bound::Place& place, const std::string& prefix,
                                const ExpandedPlace& expanded) {
  if (expanded.forms.size() < 2) return;
  WordExpansion expansion{{}, prefix, expanded.forms};
  for (const bound::Leaf& leaf : place) {
    expansion.typed += (expansion.typed.empty() ? "" : "|") + describe(leaf);
  }
  if (std::find(expansions_.begin(), expansions_.end(), expansion) == expansions_.end()) {
    expansions_.push_back(std::move(expansion));
  }
}

Compiled PositionalCompiler::compile(const bound::Mention& mention) {
  auto terms = name_terms(mention, view_);
  if (!terms) return terms.error();
  if (terms->empty()) return MaybePositional();
  const Query candidates(Query::OP_SCALE_WEIGHT, any_of(*terms), 0.0);
  return MaybePositional({candidates, match::make(match::Mention{std::move(*terms)})});
}

Compiled PositionalCompiler::compile(const bound::And& both) {
  match::AllOf all;
  std::vector<Query> candidates;
  for (const bound::NodePtr& child : both.children) {
    auto compiled = compile(*child);
    if (!compiled || !*compiled) return compiled;
    candidates.push_back((*compiled)->candidates);
    all.children.push_back((*compiled)->expression);
  }
  return MaybePositional({all_of(candidates), match::make(std::move(all))});
}

Compiled PositionalCompiler::compile(const bound::Or& either) {
  match::AnyOf any;
  std::vector<Query> candidates;
  for (const bound::NodePtr& child : either.children) {
    auto compiled = compile(*child);
    if (!compiled) return compiled;
    if (!*compiled) continue;
    candidates.push_back((*compiled)->candidates);
    any.children.push_back((*compiled)->expression);
  }
  if (candidates.empty()) return MaybePositional();
  return MaybePositional(
      {Query(Query::OP_OR, candidates.begin(), candidates.end()), match::make(std::move(any))});
}

Compiled PositionalCompiler::compile(const bound::Near& near) {
  if (auto error = check_units(near.between)) return *std::move(error);
  match::Near expression;
  expression.between = near.between;
  std::vector<Query> candidates;
  for (const bound::NodePtr& operand : near.operands) {
    auto compiled = compile(*operand);
    if (!compiled || !*compiled) return compiled;
    candidates.push_back((*compiled)->candidates);
    expression.operands.push_back((*compiled)->expression);
  }
  return MaybePositional({all_of(candidates), match::make(std::move(expression))});
}

Compiled PositionalCompiler::compile(const bound::Apart& apart) {
  if (auto error = check_units({apart.closeness})) return *std::move(error);
  auto kept = compile(*apart.kept);
  if (!kept || !*kept) return kept;
  auto avoided = compile(*apart.avoided);
  if (!avoided) return avoided;
  if (!*avoided) return kept;
  return MaybePositional(
      {(*kept)->candidates,
       match::make(match::Apart{(*kept)->expression, (*avoided)->expression, apart.closeness})});
}

Compiled PositionalCompiler::compile(const bound::First& first) {
  auto child = compile(*first.child);
  if (!child || !*child) return child;
  const match::Window window{kBodyBase, kBodyBase + first.words};
  return MaybePositional(
      {(*child)->candidates, match::make(match::Within{(*child)->expression, window})});
}

std::optional<QueryError> PositionalCompiler::check_units(
    const std::vector<ast::Closeness>& between) const {
  const auto lacks = [&](ast::Closeness::Unit unit, std::string_view term) {
    const auto asked = [&](const ast::Closeness& closeness) { return closeness.unit == unit; };
    return std::any_of(between.begin(), between.end(), asked) &&
           !view_.database.term_exists(std::string(term)) &&
           view_.database.term_exists(has_term("body"));
  };
  using Unit = ast::Closeness::Unit;
  const bool sentences = lacks(Unit::Sentence, kSentenceTerm);
  if (!sentences && !lacks(Unit::Paragraph, kParagraphTerm)) return std::nullopt;
  return QueryError{
      "Q208",
      {},
      std::string("this archive has no ") + (sentences ? "sentences" : "paragraphs") + " recorded",
      "index the articles again to have them"};
}

}  // namespace morgue
