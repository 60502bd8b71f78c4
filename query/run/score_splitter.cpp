// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/score_splitter.h"

#include "common/index/schema.h"
#include "common/index/term.h"
#include "query/match/score_documents.h"
#include "query/run/ranking.h"

namespace morgue {

ScoreSplitter::ScoreSplitter(const OpenArchives& archives, const bound::Node& query,
                             const ScoreNode& tree, const SearchRequest& request, const Bm25* bm25)
    : archives_(archives),
      database_(archives.view().database),
      bm25_(bm25),
      tree_(tree),
      request_(request),
      typed_forms_(bonus_clauses(query, request.any, archives.view(), request.ranking)),
      without_recency_(Xapian::Query::OP_AND_MAYBE, tree.query, any_of(typed_forms_)),
      adjacency_(query, request.any, archives, request.ranking) {
  if (request.decay) with_recency_ = with_recency(without_recency_, request, database_);
}

std::vector<ScorePart> ScoreSplitter::split(Xapian::docid document, const std::string& id) {
  const Target target{document, id_term(id)};
  std::vector<ScorePart> parts;
  add(tree_, target, parts);
  double typed = 0;
  for (const BonusClause& clause : typed_forms_) {
    typed += score(clause.query, clause.weight, target).value_or(0);
  }
  if (typed > 0) {
    parts.push_back(part_of({any_of(typed_forms_), 1, {}, "(as typed)", ""}, typed, document));
  }
  if (!adjacency_.empty()) {
    parts.push_back({"(close together)", 0, 0, adjacency_.of({document}).front()});
  }
  if (!with_recency_.empty()) {
    const double gained = score_by_engine(with_recency_, target).value_or(0) -
                          score_by_engine(without_recency_, target).value_or(0);
    parts.push_back({"(new)", 0, 0, gained});
  }
  return parts;
}

void ScoreSplitter::add(const ScoreNode& node, const Target& target,
                        std::vector<ScorePart>& parts) const {
  const auto found = score(node.query, node.weight, target);
  if (!found) return;
  for (const ScoreNode& part : node.parts) add(part, target, parts);
  if (!node.word.empty()) parts.push_back(part_of(node, *found, target.document));
}

ScorePart ScoreSplitter::part_of(const ScoreNode& leaf, double score,
                                 Xapian::docid document) const {
  ScorePart part{leaf.word};
  if (!leaf.prefix.empty() && leaf.prefix != find_field("title")->prefix) {
    part.from_other = score;
    return part;
  }
  part.from_title = score * (leaf.prefix.empty() ? title_share(leaf.query, document) : 1);
  part.from_body = score - part.from_title;
  return part;
}

/// Nothing when the document does not match.
std::optional<double> ScoreSplitter::score(const Xapian::Query& query, double weight,
                                           const Target& target) const {
  if (bm25_ == nullptr) {
    return score_by_engine({Xapian::Query::OP_SCALE_WEIGHT, query, weight}, target);
  }
  const std::size_t segments = archives_.segments();
  const auto segment = archives_.searched(JoinedNumber::place(target.document, segments));
  const std::uint32_t document[] = {JoinedNumber::document(target.document, segments)};
  const DocumentNumbers among(1, document);
  const DocumentNumbers found = find_documents(query, segment, &among);
  if (found.isEmpty()) return std::nullopt;
  return score_documents(weights_of(query, weight, *bm25_), *bm25_, segment, found).front().score;
}

std::optional<double> ScoreSplitter::score_by_engine(const Xapian::Query& query,
                                                     const Target& target) const {
  Xapian::Enquire enquire(database_);
  OldestFirstKey unused;
  set_order(enquire, request_, unused);
  enquire.set_query({Xapian::Query::OP_FILTER, query, Xapian::Query(target.id_term)});
  // Articles that were replaced have the same id.
  const Xapian::MSet hits = enquire.get_mset(0, database_.get_doccount());
  for (auto it = hits.begin(); it != hits.end(); ++it) {
    if (*it == target.document) return it.get_weight();
  }
  return std::nullopt;
}

double ScoreSplitter::title_share(const Xapian::Query& query, Xapian::docid document) const {
  double title = 0;
  double body = 0;
  for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end(); ++term) {
    if ((*term).front() == 'S') return 1;  // a word of the title alone
    if (is_prefixed(*term)) continue;      // how the word is written: without a score
    const auto end = database_.positionlist_end(document, *term);
    for (auto at = database_.positionlist_begin(document, *term); at != end; ++at) {
      (*at < kBodyBase ? title : body) += 1;
    }
  }
  title *= kTitleWeight;
  return title + body > 0 ? title / (title + body) : 0;
}

}  // namespace morgue
