// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/compile.h"

#include <limits>
#include <memory>
#include <utility>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "common/index/value.h"
#include "query/match/day_range_source.h"
#include "query/match/position_source.h"
#include "query/plan/engine_filter.h"
#include "query/plan/engine_operators.h"
#include "query/plan/name_terms.h"
#include "query/plan/positional.h"

namespace morgue {
namespace {

using Compiled = Result<Xapian::Query, QueryError>;
using Xapian::Query;

Query without_weight(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

/// Articles that are indexed by one of the names.
Query any_name(const std::vector<std::string>& terms) {
  return terms.empty() ? Query::MatchNothing : without_weight(any_of(terms));
}

/// A word anywhere, whose candidates are its matches.
bool needs_no_positions(const match::Node& node) {
  const auto* word = std::get_if<match::Sequence>(&node.value);
  if (word == nullptr || word->places.size() != 1) return false;
  const match::Window everywhere;
  return word->places.front().excluded.empty() && word->window.first == everywhere.first &&
         word->window.last == everywhere.last;
}

/// The engine's OP_XOR (1.4.22) crashes over more than one database. Halving keeps the copies of
/// each operand to their number.
Query odd_number_of(const Query* queries, std::size_t count) {
  if (count == 1) return *queries;
  const Query left = odd_number_of(queries, count / 2);
  const Query right = odd_number_of(queries + count / 2, count - count / 2);
  return {Query::OP_OR, Query(Query::OP_AND_NOT, left, right),
          Query(Query::OP_AND_NOT, right, left)};
}

class Compiler {
 public:
  Compiler(const ArchiveView& view, const CompileOptions& options)
      : view_(view), positional_(view, options.max_expansions), options_(options) {}

  /// With `undated_too`, date filters let articles without a date pass.
  Compiled compile(const bound::Node& node, bool undated_too) {
    undated_too_ = undated_too;
    showing_ = !undated_too;
    return compile(node);
  }

  bool has_date_filter() const { return has_date_filter_; }
  void finish(Plan& plan) {
    plan.shown = std::move(shown_);
    plan.notes = positional_.notes();
    plan.expansions = positional_.expansions();
    plan.has_weights = has_weights_;
  }

 private:
  Compiled compile(const bound::Node& node) {
    return std::visit([&](const auto& value) { return compile(value); }, node.value);
  }
  template <class WithPositions>  // Mention, Near, Apart, First
  Compiled compile(const WithPositions& value) {
    return matches(positional_.compile(value), 1);
  }
  Compiled compile(const bound::Phrase& phrase);
  Compiled compile(const bound::AtLeast& at_least) {
    return matches(positional_.compile(*at_least.child), at_least.count);
  }
  Compiled compile(const bound::Named& named);
  Compiled compile(const bound::Term& term) { return without_weight(Query(term.term)); }
  Compiled compile(const bound::Has& has) { return has_field(has.field, view_); }
  Compiled compile(const bound::Dates& dates);
  Compiled compile(const bound::Numbers& numbers);
  Compiled compile(const bound::And& both);
  Compiled compile(const bound::Or& either);
  Compiled compile(const bound::Xor& one);
  Compiled compile(const bound::Not& negated);
  Compiled compile(const bound::Weighted& weighted);
  Compiled compile(const bound::All&) { return Query::MatchAll; }
  Compiled compile(const bound::Nothing&) { return Query::MatchNothing; }

  Compiled matches(const Result<MaybePositional, QueryError>& found, std::uint32_t at_least);
  Result<std::vector<Query>, QueryError> compile_all(const std::vector<bound::NodePtr>& children);

  const ArchiveView& view_;
  PositionalCompiler positional_;
  CompileOptions options_;
  bool undated_too_ = false;
  bool showing_ = true;
  int negations_ = 0;
  bool has_date_filter_ = false;
  bool has_weights_ = false;
  std::vector<match::NodePtr> shown_;
};

Compiled Compiler::compile(const bound::Phrase& phrase) {
  const auto names = corrected_words(phrase, view_);
  if (!names) return names.error();
  if (names->instead) return any_name(names->added);
  auto query = matches(positional_.compile(phrase), 1);
  if (!query) return query;
  if (!names->added.empty()) query = Query(Query::OP_OR, *query, any_name(names->added));
  return phrase.scored ? query : without_weight(*query);
}

Compiled Compiler::compile(const bound::Named& named) {
  const auto terms = name_terms({named.prefix, {}, named.value}, view_);
  if (!terms) return terms.error();
  return any_name(*terms);
}

Compiled Compiler::matches(const Result<MaybePositional, QueryError>& found,
                           std::uint32_t at_least) {
  if (!found) return found.error();
  if (!*found) return Query::MatchNothing;
  const auto& [candidates, expression] = **found;
  if (showing_ && negations_ % 2 == 0) shown_.push_back(expression);
  if (at_least == 1 && needs_no_positions(*expression)) return candidates;
  if (at_least == 1 && options_.engine_operators) {
    if (auto plain = as_engine_operator(*expression)) return *std::move(plain);
  }
  auto source = std::make_unique<PositionSource>(expression, at_least);
  const Query decided(source.release()->release());
  const auto close = options_.engine_operators ? engine_filter(*expression) : std::nullopt;
  if (!close) return Query(Query::OP_FILTER, candidates, decided);
  return Query(Query::OP_FILTER, candidates, Query(Query::OP_AND, *close, decided));
}

Compiled Compiler::compile(const bound::Dates& dates) {
  has_date_filter_ = true;
  constexpr DayRange kEveryDay{std::numeric_limits<std::int32_t>::min(),
                               std::numeric_limits<std::int32_t>::max()};
  const DayRange wanted{dates.first.value_or(kEveryDay.first), dates.last.value_or(kEveryDay.last)};
  const Query in_range = days_query(wanted, view_.columns);
  if (!undated_too_) return in_range;
  const Query undated(Query::OP_AND_NOT, Query::MatchAll, days_query(kEveryDay, view_.columns));
  return Query(Query::OP_OR, in_range, undated);
}

Compiled Compiler::compile(const bound::Numbers& numbers) {
  const std::uint32_t first = numbers.first.value_or(0);
  const std::uint32_t last = numbers.last.value_or(0xFFFF'FFFFU);
  if (first > last) return Query::MatchNothing;
  return Query(Query::OP_VALUE_RANGE, numbers.slot, encode_number(first), encode_number(last));
}

Compiled Compiler::compile(const bound::And& both) {
  std::vector<Query> wanted;
  std::vector<Query> unwanted;
  for (const bound::NodePtr& child : both.children) {
    const auto* negated = std::get_if<bound::Not>(&child->value);
    negations_ += negated != nullptr ? 1 : 0;
    auto query = compile(negated != nullptr ? *negated->child : *child);
    negations_ -= negated != nullptr ? 1 : 0;
    if (!query) return query;
    (negated != nullptr ? unwanted : wanted).push_back(std::move(*query));
  }
  const Query base = wanted.empty() ? Query::MatchAll : all_of(wanted);
  if (unwanted.empty()) return base;
  return Query(Query::OP_AND_NOT, base, Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
}

Result<std::vector<Query>, QueryError> Compiler::compile_all(
    const std::vector<bound::NodePtr>& children) {
  std::vector<Query> queries;
  for (const bound::NodePtr& child : children) {
    auto query = compile(*child);
    if (!query) return query.error();
    queries.push_back(std::move(*query));
  }
  return queries;
}

Compiled Compiler::compile(const bound::Or& either) {
  auto queries = compile_all(either.children);
  if (!queries) return queries.error();
  return Query(Query::OP_OR, queries->begin(), queries->end());
}

Compiled Compiler::compile(const bound::Xor& one) {
  constexpr std::size_t kMostOperands = 32;
  if (one.children.size() > kMostOperands) {
    return QueryError{"Q206",
                      {},
                      std::to_string(one.children.size()) +
                          " operands of XOR, over the limit of XOR operands, " +
                          std::to_string(kMostOperands),
                      "write what is meant with OR, AND and NOT"};
  }
  const auto queries = compile_all(one.children);
  if (!queries) return queries.error();
  return odd_number_of(queries->data(), queries->size());
}

Compiled Compiler::compile(const bound::Not& negated) {
  ++negations_;
  auto query = compile(*negated.child);
  --negations_;
  if (!query) return query;
  return Query(Query::OP_AND_NOT, Query::MatchAll, *query);
}

Compiled Compiler::compile(const bound::Weighted& weighted) {
  has_weights_ = true;
  auto query = compile(*weighted.child);
  if (!query) return query;
  return Query(Query::OP_SCALE_WEIGHT, *query, weighted.weight);
}

}  // namespace

Result<Plan, QueryError> compile(const bound::Node& query, const ArchiveView& view,
                                 const CompileOptions& options) {
  Compiler compiler(view, options);
  auto compiled = compiler.compile(query, false);
  if (!compiled) return compiled.error();
  Plan plan;
  plan.query = std::move(*compiled);
  if (compiler.has_date_filter()) {
    auto with_undated = compiler.compile(query, true);
    if (!with_undated) return with_undated.error();
    plan.undated = Query(Query::OP_AND_NOT, *with_undated, plan.query);
  }
  compiler.finish(plan);
  return plan;
}

Xapian::Query lacking(const Xapian::Query& query, const std::string& field,
                      const ArchiveView& view) {
  return {Query::OP_AND_NOT, query, has_field(field, view)};
}

}  // namespace morgue
