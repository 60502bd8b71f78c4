// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/compile.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "common/index/value.h"
#include "query/match/position_source.h"
#include "query/plan/expand.h"

namespace morgue {
namespace {

using Compiled = Result<Xapian::Query, QueryError>;
using Xapian::Query;

constexpr Xapian::termpos kNoLimit = 0xFFFF'FFFF;

Xapian::valueno slot(Slot name) { return static_cast<Xapian::valueno>(name); }

Query any_of(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return {Query::OP_SYNONYM, terms.begin(), terms.end()};
}

Query all_of(const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries.front();
  return {Query::OP_AND, queries.begin(), queries.end()};
}

Query without_weight(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

/// A filter as large as the archive costs a bitmap in the engine; a term is cheaper.
Query has_field(std::string_view name) { return without_weight(Query(has_term(name))); }

class Compiler {
 public:
  Compiler(const ArchiveView& view, std::size_t max_expansions) : expander_(view, max_expansions) {}

  /// With `undated_too`, date filters let articles without a date pass.
  Compiled compile(const bound::Node& node, bool undated_too) {
    undated_too_ = undated_too;
    marking_ = !undated_too;
    return compile(node);
  }

  bool has_date_filter() const { return has_date_filter_; }
  void finish(Plan& plan) {
    plan.marks = std::move(marks_);
    plan.notes = expander_.notes();
    plan.expansions = std::move(expansions_);
  }

 private:
  Compiled compile(const bound::Node& node) {
    return std::visit([&](const auto& value) { return compile(value); }, node.value);
  }
  Compiled compile(const bound::Phrase& phrase);
  Compiled compile(const bound::Term& term) { return without_weight(Query(term.term)); }
  Compiled compile(const bound::Dates& dates);
  Compiled compile(const bound::Numbers& numbers);
  Compiled compile(const bound::And& both);
  Compiled compile(const bound::Or& either);
  Compiled compile(const bound::Not& negated);
  Compiled compile(const bound::All&) { return Query::MatchAll; }
  Compiled compile(const bound::Nothing&) { return Query::MatchNothing; }

  void record(const bound::Phrase& phrase, const std::vector<ExpandedLeaf>& leaves);

  Expander expander_;
  bool undated_too_ = false;
  bool marking_ = true;
  int negations_ = 0;
  bool has_date_filter_ = false;
  Marks marks_;
  std::vector<std::string> expansions_;
};

struct Window {
  Xapian::termpos first;
  Xapian::termpos last;
};

Window window_of(bound::Zone zone) {
  switch (zone) {
    case bound::Zone::Title:
      return {kTitleStart, kTitleEnd};
    case bound::Zone::Body:
      return {kBodyBase, kNoLimit};
    case bound::Zone::Lead:
      return {kBodyBase, kBodyBase + kLeadWords};
    case bound::Zone::Anywhere:
      break;
  }
  return {0, kNoLimit};
}

/// The engine's own operators, where they say the same; else nothing.
std::optional<Query> compile_plain(const std::vector<ExpandedLeaf>& leaves, bool anywhere) {
  if (!anywhere) return std::nullopt;
  for (const ExpandedLeaf& leaf : leaves) {
    if (!leaf.excluded.empty()) return std::nullopt;
    if (leaves.size() > 1 && (leaf.terms.size() != 1 || !leaf.scored.empty())) return std::nullopt;
  }
  if (leaves.size() > 1) {
    std::vector<std::string> terms;
    for (const ExpandedLeaf& leaf : leaves) terms.push_back(leaf.terms.front());
    return Query(Query::OP_PHRASE, terms.begin(), terms.end(),
                 static_cast<Xapian::termcount>(terms.size()));
  }
  const ExpandedLeaf& leaf = leaves.front();
  if (leaf.scored.empty() || leaf.terms.front() == leaf.scored) return any_of(leaf.terms);
  return Query(Query::OP_FILTER, Query(leaf.scored), any_of(leaf.terms));
}

Query compile_positions(const std::vector<ExpandedLeaf>& leaves, Window window) {
  std::vector<Query> candidates;
  std::vector<SequenceWord> words;
  for (const ExpandedLeaf& leaf : leaves) {
    candidates.push_back(*compile_plain({{leaf.terms, {}, leaf.scored, {}}}, true));
    words.push_back({leaf.terms, leaf.excluded});
  }
  auto source = std::make_unique<PositionSource>(std::move(words), window.first, window.last);
  return {Query::OP_FILTER, all_of(candidates), Query(source.release()->release())};
}

Compiled Compiler::compile(const bound::Phrase& phrase) {
  // Title words have terms of their own, but not the ways they are written.
  const bool exact =
      std::any_of(phrase.leaves.begin(), phrase.leaves.end(),
                  [](const bound::Leaf& leaf) { return leaf.kind == bound::Leaf::Kind::Exact; });
  const bool title_terms = phrase.zone == bound::Zone::Title && !exact;
  const std::string prefix = title_terms ? "S" : phrase.prefix;

  std::vector<ExpandedLeaf> leaves;
  for (const bound::Leaf& leaf : phrase.leaves) {
    auto expanded = expander_.expand(leaf, prefix);
    if (!expanded) return expanded.error();
    leaves.push_back(std::move(*expanded));
  }
  record(phrase, leaves);
  const bool nothing = std::any_of(leaves.begin(), leaves.end(),
                                   [](const ExpandedLeaf& leaf) { return leaf.terms.empty(); });
  if (nothing) return Query::MatchNothing;
  const bool anywhere = title_terms || phrase.zone == bound::Zone::Anywhere;
  if (auto plain = compile_plain(leaves, anywhere)) {
    return phrase.scored ? *plain : without_weight(*plain);
  }
  return compile_positions(leaves, anywhere ? Window{0, kNoLimit} : window_of(phrase.zone));
}

void Compiler::record(const bound::Phrase& phrase, const std::vector<ExpandedLeaf>& leaves) {
  if (!marking_) return;
  std::vector<MarkedWord> mark;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (leaves[i].mark.folded.size() > 1) {
      std::string line = phrase.leaves[i].text + " ->";
      for (const std::string& form : leaves[i].mark.folded) line += " " + form;
      expansions_.push_back(std::move(line));
    }
    mark.push_back(leaves[i].mark);
  }
  if (negations_ % 2 == 0 && phrase.prefix.empty()) marks_.push_back(std::move(mark));
}

Compiled Compiler::compile(const bound::Dates& dates) {
  has_date_filter_ = true;
  std::vector<Query> filters{has_field("date")};
  if (dates.last) {
    filters.emplace_back(Query::OP_VALUE_LE, slot(Slot::FirstDay), encode_day(*dates.last));
  }
  if (dates.first) {
    filters.emplace_back(Query::OP_VALUE_GE, slot(Slot::LastDay), encode_day(*dates.first));
  }
  const Query in_range = all_of(filters);
  if (!undated_too_) return in_range;
  return Query(Query::OP_OR, in_range, lacking(Query::MatchAll, "date"));
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

Compiled Compiler::compile(const bound::Or& either) {
  std::vector<Query> queries;
  for (const bound::NodePtr& child : either.children) {
    auto query = compile(*child);
    if (!query) return query;
    queries.push_back(std::move(*query));
  }
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Compiled Compiler::compile(const bound::Not& negated) {
  ++negations_;
  auto query = compile(*negated.child);
  --negations_;
  if (!query) return query;
  return Query(Query::OP_AND_NOT, Query::MatchAll, *query);
}

}  // namespace

Result<Plan, QueryError> compile(const bound::Node& query, const ArchiveView& view,
                                 std::size_t max_expansions) {
  Compiler compiler(view, max_expansions);
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

Xapian::Query lacking(const Xapian::Query& query, const std::string& field) {
  return {Query::OP_AND_NOT, query, Query(has_term(field))};
}

}  // namespace morgue
