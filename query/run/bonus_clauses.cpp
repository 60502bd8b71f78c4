// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/bonus_clauses.h"

#include <string>
#include <vector>

#include "common/index/term.h"
#include "common/text/fold.h"
#include "query/plan/expand.h"
#include "query/plan/plain_words.h"
#include "query/plan/positional.h"

namespace morgue {
namespace {

using Xapian::Query;

/// Letters that follow each other, as an archive holds the abbreviation they make.
std::vector<std::string> initials(const std::vector<const bound::Phrase*>& words) {
  std::vector<std::string> all;
  std::string run;
  const auto end_run = [&] {
    if (run.size() > 1) all.push_back(run);
    run.clear();
  };
  for (const bound::Phrase* word : words) {
    if (word == nullptr || !is_letter(word->places.front().front().text)) {
      end_run();
    } else {
      run += (run.empty() ? "" : ".") + word->places.front().front().text;
    }
  }
  end_run();
  return all;
}

/// The form that was typed; with accents, where it is written with them.
Query typed_form(const bound::Leaf& leaf, const ArchiveView& view) {
  const Query form = any_of({word_term("", leaf.text), word_term("", leaf.text + "'s")});
  if (without_capitals(leaf.exact) == leaf.text) return form;
  bound::Leaf accented = leaf;
  accented.kind = bound::Leaf::Kind::Form;
  accented.written = bound::kSameAccents;
  const auto written = Expander(view, 1).expand({accented}, "");
  if (!written || written->terms.empty()) return form;
  return {Query::OP_FILTER, form, any_of(written->terms)};
}

}  // namespace

std::vector<BonusClause> bonus_clauses(const bound::Node& query, bool any, const ArchiveView& view,
                                       const RankingParameters& parameters) {
  const std::vector<const bound::Phrase*> words = plain_words(query, any);
  std::vector<BonusClause> clauses;
  for (const bound::Phrase* word : words) {
    if (parameters.typed_form == 0 || word == nullptr || !word->scored) continue;
    const bound::Leaf& leaf = word->places.front().front();
    if (leaf.kind != bound::Leaf::Kind::Stemmed) continue;
    clauses.push_back({typed_form(leaf, view), parameters.typed_form});
  }
  if (any) {
    for (const std::string& abbreviation : initials(words))
      clauses.push_back({Query(abbreviation), 1});
  }
  return clauses;
}

Query any_of(const std::vector<BonusClause>& clauses) {
  std::vector<Query> queries;
  for (const BonusClause& clause : clauses) {
    queries.emplace_back(Query::OP_SCALE_WEIGHT, clause.query, clause.weight);
  }
  return {Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace morgue
