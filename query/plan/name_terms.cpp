// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/name_terms.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "common/index/entity_fields.h"
#include "common/index/term.h"
#include "common/text/analyzer.h"
#include "query/match/hidden_names_source.h"
#include "query/plan/form_matcher.h"
#include "query/plan/positional.h"

namespace morgue {
namespace {

std::string term_of(const Name& name) { return value_term(field_of(name.kind).prefix, name.text); }

void sort_once(std::vector<std::string>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

/// Whether a name holds the words of a query.
class NameMatcher {
 public:
  static Result<NameMatcher, QueryError> make(const bound::Phrase& words) {
    NameMatcher matcher;
    for (const bound::Place& place : words.places) {
      matcher.places_.emplace_back();
      for (const bound::Leaf& leaf : place) {
        auto form = make_matcher(leaf);
        if (!form) return form.error();
        matcher.places_.back().push_back(std::move(*form));
      }
    }
    return matcher;
  }

  bool holds(std::string_view name) {
    analyzer_->analyze(name, tokens_);
    const std::vector<Token>& tokens = tokens_.tokens();
    for (std::size_t at = 0; at + places_.size() <= tokens.size(); ++at) {
      std::size_t i = 0;
      while (i < places_.size() && fits(tokens[at + i], places_[i])) ++i;
      if (i == places_.size()) return true;
    }
    return false;
  }

 private:
  static bool fits(const Token& token, const std::vector<FormMatcher>& place) {
    return place.empty() || std::any_of(place.begin(), place.end(), [&](const FormMatcher& form) {
             return form.matches(token.folded) || (!token.bare.empty() && form.matches(token.bare));
           });
  }

  std::vector<std::vector<FormMatcher>> places_;  // a place without matchers fits any word
  std::unique_ptr<Analyzer> analyzer_ = std::make_unique<Analyzer>();
  TokenList tokens_;
};

/// The stored names of groups that count as names of a kind, where `known_as` takes one of the
/// group's names.
template <class Test>
void add_groups(const NameTable& names, EntityKind kind, Test known_as,
                std::vector<std::string>& terms) {
  std::set<Name> taken;  // as they are shown
  names.for_each_known([&](const Name& name) {
    if (!known_as(name.text)) return;
    const auto shown = names.resolve(name);
    if (shown && shown->kind == kind) taken.insert(*shown);
  });
  for (const Name& shown : taken) {
    const auto group = names.find(shown);
    if (!group) continue;
    for (const Name& name : group->stored) terms.push_back(term_of(name));
  }
}

/// Value terms of the archive whose names hold the words, but for hidden ones.
void add_stored(const ArchiveView& view, const std::string& prefix, NameMatcher& matcher,
                std::vector<std::string>& terms) {
  const auto& hidden = view.names().hidden(*kind_of_prefix(prefix));
  const std::string values = value_term(prefix, "");
  const auto end = view.database.allterms_end(values);
  for (auto it = view.database.allterms_begin(values); it != end; ++it) {
    const std::string term = *it;
    const std::string_view name = std::string_view(term).substr(values.size());
    if (!hidden.contains(name) && matcher.holds(name)) terms.push_back(term);
  }
}

std::vector<std::string> terms_of_value(const bound::Mention& mention, const NameTable& names) {
  const Name name{*kind_of_prefix(mention.prefix), mention.value};
  const auto group = names.find(name);
  std::vector<std::string> terms;
  if (!group || group->shown.kind != name.kind) {
    if (!names.hidden(name.kind).contains(mention.value)) terms.push_back(term_of(name));
    return terms;
  }
  for (const Name& stored : group->stored) terms.push_back(term_of(stored));
  sort_once(terms);
  return terms;
}

}  // namespace

Result<std::vector<std::string>, QueryError> name_terms(const bound::Mention& mention,
                                                        const ArchiveView& view) {
  if (mention.words.places.empty()) return terms_of_value(mention, view.names());
  auto matcher = NameMatcher::make(mention.words);
  if (!matcher) return matcher.error();
  std::vector<std::string> terms;
  add_stored(view, mention.prefix, *matcher, terms);
  add_groups(
      view.names(), *kind_of_prefix(mention.prefix),
      [&](const std::string& name) { return matcher->holds(name); }, terms);
  sort_once(terms);
  return terms;
}

Result<CorrectedWords, QueryError> corrected_words(const bound::Phrase& words,
                                                   const ArchiveView& view) {
  const auto kind = kind_of_prefix(words.prefix);
  CorrectedWords corrected;
  if (!kind || view.names().empty()) return corrected;
  auto matcher = NameMatcher::make(words);
  if (!matcher) return matcher.error();
  const auto holds = [&](const std::string& name) { return matcher->holds(name); };
  const auto& hidden = view.names().hidden(*kind);
  corrected.instead = std::any_of(hidden.begin(), hidden.end(), holds);
  if (corrected.instead) add_stored(view, words.prefix, *matcher, corrected.added);
  add_groups(view.names(), *kind, holds, corrected.added);
  sort_once(corrected.added);
  return corrected;
}

Xapian::Query has_field(const std::string& field, const ArchiveView& view) {
  using Xapian::Query;
  // A filter as large as the archive costs a bitmap in the engine; a term is cheaper.
  const Query stored(Query::OP_SCALE_WEIGHT, Query(has_term(field)), 0.0);
  const Field* known = find_field(field);
  const auto kind = known == nullptr ? std::nullopt : kind_of(*known);
  if (!kind) return stored;
  std::vector<std::string> others;
  for (const Name& name : view.names().moved_to(*kind)) others.push_back(term_of(name));
  const auto& hidden = view.names().hidden(*kind);
  std::vector<std::string> hidden_terms;
  for (const std::string& name : hidden) hidden_terms.push_back(term_of({*kind, name}));

  Query has = stored;
  if (!hidden.empty()) {
    auto source = std::make_unique<HiddenNamesSource>(
        slot_number(known->slot),
        std::make_shared<const HiddenNames>(hidden.begin(), hidden.end()));
    const Query nothing_else(Query::OP_FILTER, any_of(hidden_terms),
                             Query(source.release()->release()));
    has = Query(Query::OP_AND_NOT, has, nothing_else);
  }
  if (others.empty()) return has;
  return {Query::OP_OR, has, Query(Query::OP_SCALE_WEIGHT, any_of(others), 0.0)};
}

}  // namespace morgue
