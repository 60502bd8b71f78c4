// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/weights.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace morgue {
namespace {

using Xapian::Query;

std::vector<std::string> terms_of(const Query& query) {
  return {query.get_unique_terms_begin(), query.get_terms_end()};
}

class Reader {
 public:
  Reader(const Bm25& bm25, double factor) : bm25_(bm25), factor_(factor) {}

  /// `found`: whether the query finds every document that is to have a score.
  WeightedPart read(const Query& query, bool found) const;

 private:
  std::vector<WeightedPart> all_of(const Query& query, bool found) const {
    std::vector<WeightedPart> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      WeightedPart part = read(query.get_subquery(i), found);
      if (!is_weightless(part)) parts.push_back(std::move(part));
    }
    return parts;
  }

  const Bm25& bm25_;
  double factor_;
};

WeightedPart Reader::read(const Query& query, bool found) const {
  WeightedPart part;
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::OP_SYNONYM:
      part.terms = terms_of(query);
      part.weight = factor_ * bm25_.weight(part.terms);
      return part;
    case Query::OP_OR:
      part.parts = all_of(query, false);
      return part;
    case Query::OP_AND:
    case Query::OP_PHRASE:
    case Query::OP_NEAR:
      part.parts = all_of(query, true);
      break;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      part.parts.push_back(read(query.get_subquery(0), true));
      break;
    case Query::OP_AND_MAYBE:
      part.parts.push_back(read(query.get_subquery(0), true));
      part.parts.push_back(read(query.get_subquery(1), false));
      break;
    default:  // scaled, ranges of values, our own sources
      return part;
  }
  if (!found && !is_weightless(part)) part.only = query;
  return part;
}

}  // namespace

Bm25::Bm25(Collection collection, double k1, double b, double min_normalized_length)
    : collection_(std::move(collection)),
      k1_(k1),
      b_(b),
      min_normalized_length_(min_normalized_length) {}

// Of several terms an estimate, as if they stood independently of each other: to count would be to
// read all their postings. The rarest are joined first, as the engine does.
double Bm25::documents_of(const std::vector<std::string>& terms) const {
  std::vector<double> found;  // a heap, the smallest on top
  for (const std::string& term : terms) found.push_back(collection_.documents_with(term));
  std::make_heap(found.begin(), found.end(), std::greater<>());
  const auto take = [&] {
    std::pop_heap(found.begin(), found.end(), std::greater<>());
    const double smallest = found.back();
    found.pop_back();
    return smallest;
  };
  while (found.size() > 1) {
    const double a = take();
    const double b = take();
    found.push_back(std::floor(a + b - a * b / collection_.documents + 0.5));
    std::push_heap(found.begin(), found.end(), std::greater<>());
  }
  return found.empty() ? 0 : found.front();
}

double Bm25::weight(const std::vector<std::string>& terms) const {
  const double found = documents_of(terms);
  double odds = (collection_.documents - found + 0.5) / (found + 0.5);
  if (odds < 2) odds = odds / 2 + 1;
  return std::log(odds) * (k1_ + 1);
}

double Bm25::length_part(double words) const {
  const double normalized = std::max(
      collection_.mean_words > 0 ? words / collection_.mean_words : 0, min_normalized_length_);
  return k1_ * (normalized * b_ + (1 - b_));
}

WeightedPart weights_of(const Query& query, double factor, const Bm25& bm25) {
  return Reader(bm25, factor).read(query, true);
}

WeightedPart weights_where_found(const Query& query, double factor, const Bm25& bm25) {
  return Reader(bm25, factor).read(query, false);
}

bool is_weightless(const WeightedPart& part) {
  return part.terms.empty() && std::all_of(part.parts.begin(), part.parts.end(), is_weightless);
}

}  // namespace morgue
