// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the searcher that puts hits in order.
#include <algorithm>

#include "query/match/find_documents.h"
#include "query/match/weights.h"
#include "query/run/bonus_clauses.h"
#include "query/run/date_order.h"
#include "query/run/score_order.h"
#include "query/run/searcher_impl.h"

namespace morgue {
namespace {

using Xapian::Query;

/// Keeps `most` hits from `first` on.
void keep_range(std::vector<RankedHit>& hits, std::size_t first, std::size_t most) {
  hits.erase(hits.begin(),
             hits.begin() + static_cast<std::ptrdiff_t>(std::min(first, hits.size())));
  if (hits.size() > most) hits.resize(most);
}

bool is_weightless(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_POSTING_SOURCE:  // ours decide, and have no weight
    case Query::OP_VALUE_RANGE:
    case Query::OP_VALUE_GE:
    case Query::OP_VALUE_LE:
      return true;
    default:
      return false;
  }
}

/// What gives weight in a query, when which documents it finds is known: without most of what
/// only decides that.
Query weighted_part(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      return weighted_part(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_PHRASE:
    case Query::OP_NEAR: {
      std::vector<Query> parts;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        const Query part = query.get_subquery(i);
        if (!is_weightless(part)) parts.push_back(weighted_part(part));
      }
      return parts.empty() ? Query::MatchAll : Query(Query::OP_AND, parts.begin(), parts.end());
    }
    default:
      return query;
  }
}

}  // namespace

/// Of what the query finds, the articles that are listed. A filter over an OR makes the engine
/// (1.4.22) weigh a phrase of that OR wherever its words stand, so the others are taken away.
Query Searcher::Impl::without_others(const Query& query, const ArticleSet& listed) const {
  ArticleSet others = archives.everything();
  others -= listed;
  return {Query::OP_AND_NOT, query, archives.query_of(others)};
}

Xapian::Query Searcher::Impl::ranked_query(const SearchRequest& request, const Prepared& prepared,
                                           const Listed& listed) const {
  Query query = prepared.plan.query;
  if (!listed.all || !archives.nothing_hidden() || takes_more_than_postings(query)) {
    const Query weighted = weighted_part(query);
    query = takes_more_than_postings(weighted)
                ? without_others(query, listed.articles)
                : Query(Query::OP_FILTER, weighted, archives.query_of(listed.articles));
  }
  if (request.sort != SortOrder::Relevance) return query;
  const Query bonus =
      any_of(bonus_clauses(*prepared.bound, request.any, archives.view(), request.ranking));
  const Query scored(Query::OP_AND_MAYBE, query, bonus);
  return request.decay ? with_recency(scored, request, archives.view().database) : scored;
}

std::vector<RankedHit> Searcher::Impl::rank(const SearchRequest& request, const Prepared& prepared,
                                            const Listed& listed) const {
  const std::uint64_t all = listed.articles.size();
  const std::uint64_t first = std::min(prepared.offset, all);
  const std::uint64_t most =
      request.limit == 0 ? all - first : std::min(request.limit, all - first);
  const auto hits_from = [&](std::uint64_t from, std::uint64_t number) {
    auto hits = rank_by_columns(request, prepared, listed, from, number);
    return hits ? *std::move(hits) : rank_by_engine(request, prepared, listed, from, number);
  };
  const std::size_t depth = request.ranking.adjacency_depth;
  if (request.sort != SortOrder::Relevance || first >= depth) return hits_from(first, most);
  const AdjacencyBonus bonus(*prepared.bound, request.any, archives, request.ranking);
  if (bonus.empty()) return hits_from(first, most);
  const std::uint64_t deep = std::min<std::uint64_t>(depth, all);
  std::vector<RankedHit> hits = hits_from(0, std::max(first + most, deep));
  add_bonus(hits, depth, bonus, archives.view().database);
  keep_range(hits, first, most);
  return hits;
}

std::optional<Bm25> Searcher::Impl::scoring(const SearchRequest& request,
                                            const Prepared& prepared) const {
  if (request.decay || prepared.plan.has_weights || !archives.have_columns()) return std::nullopt;
  const RankingParameters& ranking = request.ranking;
  const Xapian::Database& database = archives.view().database;
  return Bm25(
      {static_cast<double>(database.get_doccount()), database.get_average_length(),
       [&](const std::string& term) { return static_cast<double>(archives.documents_with(term)); }},
      ranking.k1, ranking.b, ranking.min_normalized_length);
}

/// Nothing when columns do not tell the order.
std::optional<std::vector<RankedHit>> Searcher::Impl::rank_by_columns(const SearchRequest& request,
                                                                      const Prepared& prepared,
                                                                      const Listed& listed,
                                                                      std::uint64_t first,
                                                                      std::uint64_t most) const {
  if (request.sort != SortOrder::Relevance) {
    return by_date(archives, listed.articles, request.sort, first, most);
  }
  const auto bm25 = scoring(request, prepared);
  if (!bm25) return std::nullopt;
  WeightedPart weights;
  weights.parts.push_back(weights_of(prepared.plan.query, 1, *bm25));
  for (const BonusClause& clause :
       bonus_clauses(*prepared.bound, request.any, archives.view(), request.ranking)) {
    weights.parts.push_back(weights_where_found(clause.query, clause.weight, *bm25));
  }
  return by_score(archives, listed.articles, weights, *bm25, first, most);
}

std::vector<RankedHit> Searcher::Impl::rank_by_engine(const SearchRequest& request,
                                                      const Prepared& prepared,
                                                      const Listed& listed, std::uint64_t first,
                                                      std::uint64_t most) const {
  const Xapian::Database& database = archives.view().database;
  Xapian::Enquire enquire(database);
  enquire.set_query(ranked_query(request, prepared, listed));
  OldestFirstKey oldest_first;
  set_order(enquire, request, oldest_first);
  // The engine passes over what cannot come among the hits, if it need not read positions for it.
  const bool may_pass_over = !takes_more_than_postings(weighted_part(prepared.plan.query));
  const Xapian::MSet found =
      enquire.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(most),
                       may_pass_over ? 0 : database.get_doccount());
  std::vector<RankedHit> hits;
  for (auto it = found.begin(); it != found.end(); ++it) hits.push_back({*it, it.get_weight()});
  return hits;
}

}  // namespace morgue
